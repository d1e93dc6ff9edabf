// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/PatientPick.hpp"

#include <string>
#include <vector>

namespace plumbline::app {

/// The patients beside the schedule: who fits what is typed, and while nothing is typed, who was booked or looked up
/// last since logging in.
class PatientFinder {
public:
    explicit PatientFinder(Desk& desk);
    Signal<> changed;

    void type(std::string text);
    /// Takes the first who fits, now or when it is known who does.
    void take_first();
    Signal<PatientChoice> taken;
    /// Had to do with somebody: first of the recent ones from now on.
    void used(PatientChoice patient);
    [[nodiscard]] bool is_searching() const noexcept { return !pick_.text().empty(); }
    [[nodiscard]] std::vector<PatientChoice> const& rows() const noexcept;

private:
    void hear();

    PatientPick pick_;
    std::vector<PatientChoice> recent_;
    Connection found_;
};

} // namespace plumbline::app
