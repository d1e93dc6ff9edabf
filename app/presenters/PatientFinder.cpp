// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientFinder.hpp"

namespace plumbline::app {

namespace {
constexpr std::size_t most_recent = 5;
} // namespace

PatientFinder::PatientFinder(Desk& desk)
    : pick_{desk}
    , found_{pick_.changed.connect([this] { hear(); })}
{
}

void PatientFinder::type(std::string text)
{
    pick_.type(std::move(text));
}

void PatientFinder::take_first()
{
    pick_.take_first();
}

void PatientFinder::hear()
{
    auto const chosen = pick_.chosen();
    if (!chosen)
        return changed();
    pick_.type({}); // The next one is found anew.
    taken(*chosen);
}

void PatientFinder::used(PatientChoice patient)
{
    std::erase_if(recent_, [&](PatientChoice const& one) { return one.id == patient.id; });
    recent_.insert(recent_.begin(), std::move(patient));
    if (recent_.size() > most_recent)
        recent_.pop_back();
    changed();
}

std::vector<PatientChoice> const& PatientFinder::rows() const noexcept
{
    return is_searching() ? pick_.found() : recent_;
}

} // namespace plumbline::app
