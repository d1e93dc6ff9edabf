// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/PatientColumns.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plumbline::exchange {

namespace {

struct Name {
    std::string_view header;
    PatientColumn column;
};

using enum PatientColumn;

constexpr auto names = std::to_array<Name>({
    // OpenEMR, table patient_data.
    {"lname", Family},
    {"fname", Given},
    {"mname", Middle},
    {"preferredname", Preferred},
    {"dob", BirthDate},
    {"sex", Sex},
    {"street", Street},
    {"streetline2", StreetMore},
    {"city", City},
    {"state", Region},
    {"postalcode", PostalCode},
    {"countrycode", Country},
    {"phonehome", Phone},
    {"phonecell", Mobile},
    {"phonebiz", WorkPhone},
    {"email", Email},
    {"language", Language},
    {"occupation", Occupation},
    {"pubpid", RecordNumber},
    {"pid", RowNumber},
    // Open Dental, table patient.
    {"middlei", Middle},
    {"preferred", Preferred},
    {"birthdate", BirthDate},
    {"gender", Sex},
    {"address", Street},
    {"address2", StreetMore},
    {"zip", PostalCode},
    {"hmphone", Phone},
    {"wirelessphone", Mobile},
    {"wkphone", WorkPhone},
    {"patstatus", Status},
    {"chartnumber", RecordNumber},
    {"patnum", RowNumber},
    // As people write them.
    {"familyname", Family},
    {"lastname", Family},
    {"surname", Family},
    {"family", Family},
    {"last", Family},
    {"givenname", Given},
    {"firstname", Given},
    {"forename", Given},
    {"given", Given},
    {"first", Given},
    {"middlename", Middle},
    {"middleinitial", Middle},
    {"middle", Middle},
    {"nickname", Preferred},
    {"dateofbirth", BirthDate},
    {"birthday", BirthDate},
    {"born", BirthDate},
    {"streetaddress", Street},
    {"addressline1", Street},
    {"address1", Street},
    {"addressline2", StreetMore},
    {"town", City},
    {"region", Region},
    {"province", Region},
    {"zipcode", PostalCode},
    {"postcode", PostalCode},
    {"country", Country},
    {"phone", Phone},
    {"phonenumber", Phone},
    {"homephone", Phone},
    {"telephone", Phone},
    {"mobile", Mobile},
    {"mobilephone", Mobile},
    {"cellphone", Mobile},
    {"cell", Mobile},
    {"workphone", WorkPhone},
    {"emailaddress", Email},
    {"recordnumber", RecordNumber},
    {"patientnumber", RecordNumber},
    {"medicalrecordnumber", RecordNumber},
    {"mrn", RecordNumber},
    {"patientid", RowNumber},
    {"id", RowNumber},
});

/// Letters and digits alone, in lower case: `Birth Date`, `birth_date` and `BIRTHDATE` are one name.
std::string bare(std::string_view header)
{
    std::string letters;
    for (char const c : header) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters += c;
        else if (c >= 'A' && c <= 'Z')
            letters += static_cast<char>(c - 'A' + 'a');
    }
    return letters;
}

} // namespace

std::optional<PatientColumn> patient_column(std::string_view header)
{
    auto const known = std::ranges::find(names, bare(header), &Name::header);
    return known == names.end() ? std::nullopt : std::optional{known->column};
}

bool is_open_dental(std::string_view header)
{
    return bare(header) == "patnum";
}

} // namespace plumbline::exchange
