// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/scheduling/AppointmentSeries.hpp"
#include "persistence/Session.hpp"

namespace plumbline::persistence {

class SociSeries final : public SeriesBook {
public:
    explicit SociSeries(Session& session) noexcept
        : session_{session}
    {
    }
    [[nodiscard]] std::optional<AppointmentSeries> find(SeriesId id) const override;
    [[nodiscard]] Result<void> keep(AppointmentSeries const& series) override;
    [[nodiscard]] Result<void> remove(SeriesId id, int version) override;

private:
    Session& session_;
};

} // namespace plumbline::persistence
