// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/PatientSheet.hpp"

#include "domain/core/Text.hpp"
#include "persistence/exchange/csv/Encoding.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace plumbline::exchange {

namespace {

constexpr std::size_t place(PatientColumn column) noexcept
{
    return static_cast<std::size_t>(column);
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional{value} : std::nullopt;
}

std::optional<Date> american_date(std::string_view text)
{
    auto const first = text.find('/');
    auto const second = text.find('/', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos || text.size() - second != 5)
        return std::nullopt;
    auto const month = number(text.substr(0, first));
    auto const day = number(text.substr(first + 1, second - first - 1));
    auto const year = number(text.substr(second + 1));
    if (!month || !day || !year || *month > 12 || *day > 31)
        return std::nullopt;
    Date const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
        std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// Databases write an unknown day as one of these.
bool is_no_date(std::string_view text)
{
    return text.empty() || text.starts_with("0000-00-00") || text.starts_with("0001-01-01") || text == "1/1/0001";
}

std::optional<Sex> sex_in_words(std::string_view text)
{
    std::string const word = ascii_lower(text);
    if (word.empty() || word == "unk" || word == "u" || word == "unknown" || word == "unassigned")
        return Sex::Unknown;
    if (word == "f" || word == "female" || word == "woman")
        return Sex::Female;
    if (word == "m" || word == "male" || word == "man")
        return Sex::Male;
    if (word == "o" || word == "x" || word == "other" || word == "nonbinary" || word == "non-binary")
        return Sex::Other;
    return std::nullopt;
}

/// Open Dental's enumeration PatientGender.
std::optional<Sex> sex_of_open_dental(std::string_view text)
{
    constexpr std::array sexes{Sex::Male, Sex::Female, Sex::Unknown, Sex::Other};
    auto const value = number(text);
    if (value && *value < static_cast<int>(sexes.size()))
        return sexes[static_cast<std::size_t>(*value)];
    return sex_in_words(text);
}

enum class Status { Patient, Archived, Deleted };

/// Open Dental's enumeration PatientStatus: patient, non-patient, inactive, archived, deleted, deceased, prospective.
Status status_of(std::string_view text)
{
    std::string const word = ascii_lower(text);
    if (word == "4" || word == "deleted")
        return Status::Deleted;
    constexpr std::array<std::string_view, 8> past{
        "1", "2", "3", "5", "nonpatient", "inactive", "archived", "deceased"};
    return std::ranges::find(past, word) == past.end() ? Status::Patient : Status::Archived;
}

std::optional<std::string> language_tag(std::string_view text)
{
    std::string const word = ascii_lower(text);
    if (word == "english")
        return "en";
    if (word == "spanish")
        return "es";
    bool const is_tag = (word.size() == 2 || (word.size() == 5 && word[2] == '-'));
    return is_tag ? std::optional{std::string{text}} : std::nullopt;
}

/// A number that the clinic can go on using; a letter may come in lower case.
std::string usable_record_number(std::string_view text)
{
    std::string number{text};
    for (char& c : number)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return number;
}

std::string joined(std::string first, std::string_view second, std::string_view between)
{
    if (!first.empty() && !second.empty())
        first += between;
    return first.append(second);
}

/// An address of several lines is one line here.
std::string on_one_line(std::string_view cell)
{
    std::string line = trimmed(cell);
    std::erase(line, '\r');
    std::ranges::replace(line, '\n', ' ');
    return line;
}

/// The cells of one row by what they hold.
class Cells {
public:
    using Places = std::array<std::optional<std::size_t>, place(PatientColumn::count_)>;
    Cells(CsvRow const& row, Places const& places)
        : row_{row}
        , places_{places}
    {
    }
    [[nodiscard]] std::string operator[](PatientColumn column) const
    {
        auto const at = places_[place(column)];
        return at && *at < row_.cells.size() ? on_one_line(row_.cells[*at]) : std::string{};
    }

private:
    CsvRow const& row_;
    Places const& places_;
};

Contact contact_in(Cells const& cells)
{
    std::string phone = cells[PatientColumn::Phone];
    return {.phone = phone.empty() ? cells[PatientColumn::WorkPhone] : std::move(phone),
        .mobile = cells[PatientColumn::Mobile],
        .email = cells[PatientColumn::Email],
        .street = joined(cells[PatientColumn::Street], cells[PatientColumn::StreetMore], ", "),
        .city = cells[PatientColumn::City],
        .region = cells[PatientColumn::Region],
        .postal_code = cells[PatientColumn::PostalCode],
        .country = cells[PatientColumn::Country]};
}

/// Two of these and nobody could tell which one is right; of others the first is taken.
bool says_who(PatientColumn column) noexcept
{
    return column == PatientColumn::Family || column == PatientColumn::Given || column == PatientColumn::BirthDate;
}

struct FieldColumns {
    std::string_view field;
    std::array<PatientColumn, 2> columns;
};

constexpr auto field_columns = std::to_array<FieldColumns>({
    {"name.family", {PatientColumn::Family, PatientColumn::Given}},
    {"name.given", {PatientColumn::Given, PatientColumn::Middle}},
    {"name.preferred", {PatientColumn::Preferred, PatientColumn::Preferred}},
    {"birth_date", {PatientColumn::BirthDate, PatientColumn::BirthDate}},
    {"sex", {PatientColumn::Sex, PatientColumn::Sex}},
    {"contact.phone", {PatientColumn::Phone, PatientColumn::WorkPhone}},
    {"contact.mobile", {PatientColumn::Mobile, PatientColumn::Mobile}},
    {"contact.email", {PatientColumn::Email, PatientColumn::Email}},
    {"contact.street", {PatientColumn::Street, PatientColumn::StreetMore}},
    {"contact.city", {PatientColumn::City, PatientColumn::City}},
    {"contact.region", {PatientColumn::Region, PatientColumn::Region}},
    {"contact.postal_code", {PatientColumn::PostalCode, PatientColumn::PostalCode}},
    {"contact.country", {PatientColumn::Country, PatientColumn::Country}},
    {"occupation", {PatientColumn::Occupation, PatientColumn::Occupation}},
    {"language", {PatientColumn::Language, PatientColumn::Language}},
    {"record_number", {PatientColumn::RecordNumber, PatientColumn::RowNumber}},
});

} // namespace

std::optional<Date> sheet_date(std::string_view text)
{
    if (text.size() > 10 && (text[10] == ' ' || text[10] == 'T'))
        text = text.substr(0, 10);
    if (auto const iso = parse_date(text))
        return *iso;
    // A spreadsheet adds a midnight to dates too.
    return american_date(text.substr(0, text.find(' ')));
}

PatientSheet::PatientSheet(std::string text, bool was_latin, CsvLimits limits)
    : text_{std::move(text)}
    , limits_{limits}
    , was_latin_{was_latin}
{
}

Result<PatientSheet> PatientSheet::open(std::string bytes, CsvLimits limits)
{
    auto decoded = decode_text(std::move(bytes));
    if (!decoded)
        return refuse(decoded.error());
    PatientSheet sheet{std::move(decoded->text), decoded->was_latin, limits};
    Result<void> header =
        refuse(Refusal::Reason::Invalid, "file", tr_noop("The file is empty; its first line names the columns."));
    auto const read = read_csv(
        sheet.text_,
        [&](CsvRow const& row) {
            header = sheet.take_header(row);
            return false;
        },
        limits);
    if (!read)
        return refuse(read.error());
    if (!header)
        return refuse(header.error());
    return sheet;
}

Result<void> PatientSheet::take_header(CsvRow const& row)
{
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        std::string header = trimmed(row.cells[i]);
        open_dental_ = open_dental_ || is_open_dental(header);
        auto const column = patient_column(header);
        bool const doubled = column && place_[place(*column)];
        if (doubled && says_who(*column))
            return refuse(Refusal::Reason::Invalid, "file",
                tr_noop("The columns {0} and {1} mean the same. Remove one."),
                {headers_[*place_[place(*column)]], header});
        if (column && !doubled)
            place_[place(*column)] = i;
        else if (!header.empty())
            ignored_.push_back(header);
        headers_.push_back(std::move(header));
    }
    if (!place_[place(PatientColumn::Family)] && !place_[place(PatientColumn::Given)])
        return refuse(Refusal::Reason::Invalid, "file",
            tr_noop("No column holds names. The first line of the file names the columns, such as family name, given "
                    "name, birth date."));
    if (!place_[place(PatientColumn::BirthDate)])
        return refuse(Refusal::Reason::Invalid, "file", tr_noop("No column holds birth dates. Call it birth date."));
    return {};
}

Result<void> PatientSheet::read(std::function<bool(SheetPatient const&)> const& sink) const
{
    bool is_header = true;
    return read_csv(
        text_, [&](CsvRow const& row) { return std::exchange(is_header, false) || sink(patient_in(row)); }, limits_);
}

SheetPatient PatientSheet::patient_in(CsvRow const& row) const
{
    Cells const cells{row, place_};
    SheetPatient found{.line = row.line, .record_number = {}, .details = {}, .faults = {}};
    auto const fault = [&](std::string_view field, std::string_view text) {
        found.faults.push_back({Refusal::Reason::Invalid, field, Message{text}, {}});
    };
    if (row.cells.size() > headers_.size())
        fault("", tr_noop("The row has more cells than the first line names columns."));

    auto& details = found.details;
    details.name = {.family = cells[PatientColumn::Family],
        .given = joined(cells[PatientColumn::Given], cells[PatientColumn::Middle], " "),
        .preferred = cells[PatientColumn::Preferred]};
    if (std::string const written = cells[PatientColumn::BirthDate]; is_no_date(written))
        fault("birth_date", tr_noop("The birth date is missing."));
    else if (auto const date = sheet_date(written))
        details.birth_date = *date;
    else
        fault("birth_date", tr_noop("Write the birth date as YYYY-MM-DD or M/D/YYYY."));
    std::string const sex = cells[PatientColumn::Sex];
    if (auto const known = open_dental_ ? sex_of_open_dental(sex) : sex_in_words(sex))
        details.sex = *known;
    else
        fault("sex", tr_noop("Write the sex as female, male, other or unknown."));
    details.contact = contact_in(cells);
    details.occupation = cells[PatientColumn::Occupation];
    if (auto tag = language_tag(cells[PatientColumn::Language]))
        details.language = *std::move(tag);
    Status const status = status_of(cells[PatientColumn::Status]);
    details.archived = status == Status::Archived;
    found.deleted = status == Status::Deleted;
    std::string const number = cells[PatientColumn::RecordNumber];
    found.record_number = usable_record_number(number.empty() ? cells[PatientColumn::RowNumber] : number);
    return found;
}

std::vector<std::string> PatientSheet::headers_of(std::string_view field) const
{
    std::vector<std::string> found;
    auto const known = std::ranges::find(field_columns, field, &FieldColumns::field);
    if (known == field_columns.end())
        return found;
    for (PatientColumn const column : known->columns)
        if (auto const at = place_[place(column)]; at && std::ranges::find(found, headers_[*at]) == found.end())
            found.push_back(headers_[*at]);
    return found;
}

} // namespace plumbline::exchange
