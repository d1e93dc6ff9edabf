// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FixedClock.hpp"

namespace plumbline::testing {
namespace {

namespace chr = std::chrono;

Instant instant_of(ClinicTime local, Minutes ahead_of_utc)
{
    return Instant{chr::duration_cast<chr::milliseconds>(local.time_since_epoch() - ahead_of_utc)};
}

} // namespace

FixedClock::FixedClock()
    : FixedClock{at(Date{chr::year{2026}, chr::November, chr::day{23}}, chr::hours{10} + Minutes{30})}
{
}

FixedClock::FixedClock(ClinicTime local, Minutes ahead_of_utc)
    : ahead_of_utc_{ahead_of_utc}
    , now_{instant_of(local, ahead_of_utc)}
{
}

ClinicTime FixedClock::local_now() const
{
    return ClinicTime{chr::floor<Minutes>(now_.time_since_epoch()) + ahead_of_utc_};
}

void FixedClock::set(ClinicTime local)
{
    now_ = instant_of(local, ahead_of_utc_);
}

} // namespace plumbline::testing
