// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/PatientPick.hpp"

#include "app/services/PatientRecord.hpp"

#include <utility>

namespace plumbline::app {

namespace {
constexpr int most_found = 8;
} // namespace

PatientPick::PatientPick(Desk& desk)
    : desk_{desk}
{
}

void PatientPick::type(std::string text)
{
    if (text == text_)
        return;
    text_ = std::move(text);
    chosen_.reset();
    found_.clear(); // Nobody is meant by the letters before.
    asking_ = true;
    take_waits_ = false;
    desk_.read(
        alive_,
        [typed = text_](Records const& records, Context const& context) {
            return search_patients(records, context, typed, most_found);
        },
        [this, question = ++questions_](Result<std::vector<PatientRow>> rows) {
            if (question != questions_)
                return;
            asking_ = false;
            found_.clear();
            if (rows && !text_.empty())
                for (PatientRow const& row : *rows)
                    found_.push_back({row.id, row.name.listed(), to_words(row.birth_date), row.record_number});
            if (std::exchange(take_waits_, false) && !found_.empty())
                return choose(std::size_t{0});
            changed();
        });
}

void PatientPick::choose(std::size_t found)
{
    if (found < found_.size())
        choose(PatientChoice{found_[found]});
}

void PatientPick::choose(PatientChoice patient)
{
    ++questions_;
    asking_ = take_waits_ = false;
    text_ = patient.name;
    chosen_ = std::move(patient);
    found_.clear();
    changed();
}

void PatientPick::take_first()
{
    take_waits_ = asking_;
    choose(std::size_t{0});
}

std::optional<PatientChoice> PatientPick::meant() const
{
    if (chosen_ || found_.size() != 1)
        return chosen_;
    return found_.front();
}

} // namespace plumbline::app
