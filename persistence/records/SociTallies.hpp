// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/store/Tallies.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociTallies final : public Tallies {
public:
    explicit SociTallies(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::vector<BookedPerson> booked(BookedWish const& wish) const override;
    [[nodiscard]] std::vector<OpenCase> open_cases(ClinicTime now) const override;
    [[nodiscard]] std::vector<BookedTime> booked_times(Date from, Date to) const override;
    [[nodiscard]] std::vector<GivenVisit> visits(Date from, Date to) const override;
    [[nodiscard]] std::vector<Date> new_patients(Date from, Date to) const override;
    [[nodiscard]] std::vector<Measured> measured(Date from, Date to) const override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
