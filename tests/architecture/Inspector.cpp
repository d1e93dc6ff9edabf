// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/Inspector.hpp"

#include "tests/architecture/House.hpp"

#include <algorithm>
#include <cctype>
#include <regex>

namespace plumbline::testing {
namespace {

constexpr int length_limit = 500;
constexpr std::string_view licence = "// SPDX-License-Identifier: Apache-2.0";

bool fits(std::string_view name, std::string_view pattern)
{
    return pattern.ends_with('/') ? name.starts_with(pattern) : name == pattern;
}

bool fits_any(std::string_view name, std::vector<std::string_view> const& patterns)
{
    return std::ranges::any_of(patterns, [&](std::string_view pattern) { return fits(name, pattern); });
}

bool listed(std::string_view path, std::span<Exception const> exceptions)
{
    return std::ranges::any_of(exceptions, [&](Exception const& one) { return one.path == path; });
}

Room const* room_of(std::string_view path)
{
    Room const* nearest = nullptr;
    for (Room const& room : rooms()) {
        bool const nearer = nearest == nullptr || room.folder.size() > nearest->folder.size();
        if (path.starts_with(room.folder) && nearer)
            nearest = &room;
    }
    return nearest;
}

int line_at(std::string_view text, std::size_t position)
{
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

/// Gathers the faults of one file.
class Report {
public:
    explicit Report(std::string_view path)
        : path_{path}
    {
    }
    void add(int line, std::string what) { faults_.push_back({std::string{path_}, line, std::move(what)}); }

    /// One fault for each place where the pattern stands in the text.
    void forbid(std::string_view text, std::regex const& pattern, std::string const& what)
    {
        for (std::cregex_iterator hit{text.data(), text.data() + text.size(), pattern}, end; hit != end; ++hit)
            add(line_at(text, static_cast<std::size_t>(hit->position())), what + ": " + hit->str());
    }
    [[nodiscard]] std::vector<Fault> faults() && { return std::move(faults_); }

private:
    std::string_view path_;
    std::vector<Fault> faults_;
};

void check_form(std::string_view path, std::string_view text, Report& report)
{
    if (!text.starts_with(licence))
        report.add(1, "the first line is not the SPDX licence line");
    if (path.ends_with(".hpp") && text.find("#pragma once") == std::string_view::npos)
        report.add(0, "a header without #pragma once");
    auto const lines = std::ranges::count(text, '\n');
    if (lines > length_limit && !listed(path, long_files()))
        report.add(0, std::to_string(lines) + " lines; the limit is " + std::to_string(length_limit));
}

void check_includes(std::string_view path, std::vector<Include> const& includes, Report& report)
{
    if (std::ranges::find(wiring(), path) != wiring().end())
        return;
    Room const* room = room_of(path);
    if (room == nullptr) {
        report.add(0, "stands in no room of the table");
        return;
    }
    for (Include const& include : includes) {
        if (include.quoted && !fits_any(include.name, room->project))
            report.add(include.line, std::string{room->folder} + " may not include \"" + include.name + '"');
        if (!include.quoted && !is_standard_header(include.name) && !fits_any(include.name, room->third_party))
            report.add(include.line, std::string{room->folder} + " may not include <" + include.name + '>');
    }
}

void check_own_header_first(std::string_view path, std::vector<Include> const& includes, Report& report)
{
    std::string const header = std::string{path.substr(0, path.size() - 4)} + ".hpp";
    if (includes.empty() || includes.front().name != header)
        report.add(includes.empty() ? 0 : includes.front().line,
            "does not include its own header first, so nothing proves that it stands alone");
}

void check_words(std::string_view path, std::string_view code, std::string_view text, Report& report)
{
    static std::regex const using_namespace{R"(using\s+namespace\s+(?![\w:]*literals\s*;)[\w:]+)"};
    static std::regex const database_words{R"(\bsoci::\w+|\bsqlite3_\w+\s*\(|\bPQ[a-z]\w+\s*\()"};
    static std::regex const console{R"(\bstd::(cout|cerr|clog)\b|\b(printf|puts)\s*\()"};
    // Lower or upper case only: "Select a patient from the list" is a sentence.
    static std::regex const sql{
        R"x("\s*((select|SELECT)\s[^"\n]*\s(from|FROM)\s|(insert into|INSERT INTO)\s|(update|UPDATE)\s\w+\s(set|SET)\s|)x"
        R"x((delete from|DELETE FROM)\s|(create|CREATE|drop|DROP|alter|ALTER) (table|TABLE|index|INDEX|trigger|TRIGGER)\s|)x"
        R"x((pragma|PRAGMA)\s))x"};

    report.forbid(code, using_namespace, "using namespace");
    bool const in_persistence = path.starts_with("persistence/");
    if (!in_persistence || path.starts_with("persistence/exchange/")) {
        report.forbid(code, database_words, "the database outside persistence");
        report.forbid(text, sql, "SQL outside persistence");
    }
    bool const may_speak = path.starts_with("app/cli/") || path == "app/gui/main.cpp";
    if (!may_speak)
        report.forbid(code, console, "only the edges of the program speak to a console");
}

/// The operand after `<<` up to the comma, semicolon or bracket that ends it.
std::string_view operand(std::string_view code, std::size_t begin)
{
    int depth = 0;
    std::size_t end = begin;
    for (; end < code.size(); ++end) {
        char const c = code[end];
        if (depth == 0 && (c == ',' || c == ';' || c == ')'))
            break;
        depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
    }
    return code.substr(begin, end - begin);
}

/// Nothing but literals, or a choice between two of them; in text whose literals are empty.
bool is_literal(std::string const& expression)
{
    static std::regex const shape{R"(\s*([^"?;+]*\?\s*)?(R?""\s*)+(:\s*(R?""\s*)+)?)"};
    return std::regex_match(expression, shape);
}

/// A constexpr, or a std::string_view that is given nothing but literals.
bool is_constant(std::string const& name, std::string const& code)
{
    if (std::regex_search(code, std::regex{R"(\bconstexpr\b[^;]*\b)" + name + R"(\s*(\[\s*\])?\s*[={])"}))
        return true;
    if (!std::regex_search(code, std::regex{R"(\bstd::string_view\s+(const\s+)?)" + name + R"(\s*=[^=])"}))
        return false;
    std::regex const assignment{R"(\b)" + name + R"(\s*=([^=][^;]*);)"};
    for (std::sregex_iterator hit{code.begin(), code.end(), assignment}, end; hit != end; ++hit)
        if (!is_literal((*hit)[1].str()))
            return false;
    return true;
}

/// A column name put into ORDER BY is how whole systems were lost (CVE-2026-24908): SQL text is a
/// literal or a constant, never made at run time.
void check_sql_is_literal(std::string_view path, std::string const& code, Report& report)
{
    if (!path.starts_with("persistence/") || listed(path, sql_runners()))
        return;
    static std::regex const run{
        R"((\b(sql|session|prepare)_?\b(\(\))?|\.once|->once)\s*<<|(\.|->)(query|execute|prepare)\s*\()"};
    static std::regex const identifier{R"(\s*([a-z_]\w*)\s*)"};
    for (std::sregex_iterator hit{code.begin(), code.end(), run}, end; hit != end; ++hit) {
        auto const position = static_cast<std::size_t>(hit->position() + hit->length());
        std::string const text{operand(code, position)};
        std::smatch name;
        bool const constant = std::regex_match(text, name, identifier) && is_constant(name[1].str(), code);
        if (!is_literal(text) && !constant)
            report.add(line_at(code, position), "SQL text made at run time: " + hit->str() + text);
    }
}

/// Walks over C++ text: what is code stays, comments go, literals become empty.
class Stripper {
public:
    explicit Stripper(std::string_view text)
        : text_{text}
    {
    }

    std::string run()
    {
        while (at_ < text_.size()) {
            if (starts("//"))
                skip_to("\n");
            else if (starts("/*"))
                skip_past("*/", at_ + 2);
            else if (starts("R\"") && !after_word())
                raw_string();
            else if (text_[at_] == '"' || (text_[at_] == '\'' && !after_word()))
                quoted(text_[at_]);
            else
                code_ += text_[at_++];
        }
        return std::move(code_);
    }

private:
    [[nodiscard]] bool starts(std::string_view with) const { return text_.substr(at_).starts_with(with); }
    // Tells 1'000 from 'a', and the R of a raw string from the end of a word.
    [[nodiscard]] bool after_word() const
    {
        return at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0 || text_[at_ - 1] == '_');
    }
    void skip_to(std::string_view what) { at_ = std::min(text_.find(what, at_), text_.size()); }
    void skip_past(std::string_view what, std::size_t from)
    {
        auto const found = text_.find(what, from);
        auto const end = found == std::string_view::npos ? text_.size() : found + what.size();
        code_.append(static_cast<std::size_t>(std::ranges::count(text_.substr(at_, end - at_), '\n')), '\n');
        at_ = end;
    }
    void raw_string()
    {
        auto const open = text_.find('(', at_);
        if (open == std::string_view::npos) {
            at_ = text_.size();
            return;
        }
        std::string const close = ')' + std::string{text_.substr(at_ + 2, open - at_ - 2)} + '"';
        code_ += "\"\"";
        skip_past(close, open);
    }
    void quoted(char mark)
    {
        code_ += mark;
        for (++at_; at_ < text_.size() && text_[at_] != mark && text_[at_] != '\n'; ++at_)
            at_ += text_[at_] == '\\' ? 1 : 0;
        code_ += mark;
        at_ += at_ < text_.size() && text_[at_] == mark ? 1 : 0;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string code_;
};

} // namespace

std::ostream& operator<<(std::ostream& out, Fault const& fault)
{
    out << fault.path;
    if (fault.line > 0)
        out << ':' << fault.line;
    return out << ": " << fault.what;
}

std::string code_of(std::string_view text)
{
    return Stripper{text}.run();
}

std::vector<Include> includes_of(std::string_view text)
{
    static std::regex const directive{R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)re"};
    std::vector<Include> found;
    for (std::size_t begin = 0, line = 1; begin < text.size(); ++line) {
        auto const end = std::min(text.find('\n', begin), text.size());
        std::string const one{text.substr(begin, end - begin)};
        std::smatch parts;
        if (one.find("include") != std::string::npos && std::regex_match(one, parts, directive))
            found.push_back({static_cast<int>(line), parts[2].str(), parts[1].str() == "\""});
        begin = end + 1;
    }
    return found;
}

std::vector<Fault> inspect(std::string_view path, std::string_view text, OwnHeader own_header)
{
    Report report{path};
    auto const includes = includes_of(text);
    std::string const code = code_of(text);

    check_form(path, text, report);
    check_includes(path, includes, report);
    if (own_header == OwnHeader::Exists && path.ends_with(".cpp"))
        check_own_header_first(path, includes, report);
    check_words(path, code, text, report);
    check_sql_is_literal(path, code, report);
    return std::move(report).faults();
}

} // namespace plumbline::testing
