// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace plumbline::exchange {

/// What a column of a patient list can hold.
enum class PatientColumn : std::uint8_t {
    Family,
    Given,
    Middle,
    Preferred,
    BirthDate,
    Sex,
    Street,
    StreetMore,
    City,
    Region,
    PostalCode,
    Country,
    Phone,
    Mobile,
    WorkPhone,
    Email,
    Language,
    Occupation,
    Status,
    RecordNumber,
    RowNumber,
    count_
};

/// By the name in the header row: what OpenEMR (`patient_data`) and Open Dental (`patient`) call it, or a person.
/// Case, spaces and punctuation do not matter.
[[nodiscard]] std::optional<PatientColumn> patient_column(std::string_view header);

/// Open Dental writes sex and status as numbers of its own, and no column of another program has this name.
[[nodiscard]] bool is_open_dental(std::string_view header);

} // namespace plumbline::exchange
