// SPDX-License-Identifier: Apache-2.0
#include "persistence/exchange/csv/CsvReader.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <vector>

namespace plumbline::exchange {

namespace {

Refusal fault(std::string_view text, int line)
{
    return {Refusal::Reason::Invalid, "file", Message{text, {std::to_string(line)}}, {}};
}

/// The parser of libcsv with the line numbers that it does not count. Exceptions may not fly through C: a sink's is
/// kept and thrown again outside.
class Reader {
public:
    Reader(char separator, CsvSink const& sink, CsvLimits const& limits)
        : sink_{sink}
        , limits_{limits}
    {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0)
            throw std::bad_alloc{};
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~Reader() { csv_free(&parser_); }
    Reader(Reader const&) = delete;
    Reader& operator=(Reader const&) = delete;

    Result<void> read(std::string_view text)
    {
        while (!text.empty() && !stopped_) {
            auto const end = line_end(text);
            feed(text.substr(0, end));
            text.remove_prefix(end);
            ++line_;
        }
        if (!stopped_ && csv_fini(&parser_, &Reader::cell, &Reader::row, this) != 0)
            refusal_ = fault(tr_noop("Line {0}: a quoted cell is not closed before the file ends."), start_);
        if (thrown_)
            std::rethrow_exception(thrown_);
        if (refusal_)
            return refuse(*refusal_);
        return {};
    }

private:
    /// Behind the line's own break.
    static std::size_t line_end(std::string_view text) noexcept
    {
        auto const at = text.find_first_of("\r\n");
        if (at == std::string_view::npos)
            return text.size();
        return text.substr(at).starts_with("\r\n") ? at + 2 : at + 1;
    }

    void feed(std::string_view line)
    {
        bool const is_blank = line.find_first_not_of("\r\n") == std::string_view::npos;
        if (!inside_)
            start_ = line_;
        inside_ = inside_ || !is_blank;
        if (csv_parse(&parser_, line.data(), line.size(), &Reader::cell, &Reader::row, this) != line.size()
            && !stopped_)
            stop(fault(tr_noop("Line {0}: a quote stands where none can be."), start_));
    }

    void stop(std::optional<Refusal> why)
    {
        stopped_ = true;
        refusal_ = std::move(why);
    }

    void take(std::string_view cell)
    {
        if (cells_.size() == limits_.columns)
            stop(fault(tr_noop("Line {0} has too many columns."), start_));
        else if (cell.size() > limits_.field_bytes)
            stop(fault(tr_noop("Line {0} has a cell that is too long."), start_));
        else
            cells_.emplace_back(cell);
    }

    void finish_row()
    {
        inside_ = false;
        if (++rows_ > limits_.rows)
            stop(fault(tr_noop("Line {0}: the file has too many rows."), start_));
        else if (!sink_({start_, cells_}))
            stop(std::nullopt);
        cells_.clear();
    }

    template <class Work>
    void guarded(Work&& work)
    {
        if (stopped_)
            return;
        try {
            work();
        } catch (...) {
            thrown_ = std::current_exception();
            stopped_ = true;
        }
    }

    static void cell(void* text, std::size_t size, void* self)
    {
        auto& reader = *static_cast<Reader*>(self);
        reader.guarded([&] { reader.take({static_cast<char const*>(text), size}); });
    }
    static void row(int, void* self)
    {
        auto& reader = *static_cast<Reader*>(self);
        reader.guarded([&] { reader.finish_row(); });
    }

    csv_parser parser_{};
    CsvSink const& sink_;
    CsvLimits const& limits_;
    std::vector<std::string> cells_;
    std::optional<Refusal> refusal_;
    std::exception_ptr thrown_;
    int line_ = 1, start_ = 1, rows_ = 0;
    bool inside_ = false, stopped_ = false;
};

} // namespace

char csv_separator(std::string_view text) noexcept
{
    constexpr std::array candidates{',', ';', '\t'};
    std::array<int, candidates.size()> found{};
    bool quoted = false;
    for (char const c : text.substr(0, text.find_first_of("\r\n"))) {
        quoted = quoted != (c == '"');
        for (std::size_t i = 0; i < candidates.size(); ++i)
            found[i] += !quoted && c == candidates[i] ? 1 : 0;
    }
    auto const most = std::ranges::max_element(found);
    return candidates[static_cast<std::size_t>(most - found.begin())];
}

Result<void> read_csv(std::string_view text, CsvSink const& sink, CsvLimits const& limits)
{
    if (text.size() > limits.bytes)
        return refuse(Refusal::Reason::Invalid, "file", tr_noop("The file is larger than {0} MB."),
            {std::to_string(limits.bytes >> 20U)});
    return Reader{csv_separator(text), sink, limits}.read(text);
}

} // namespace plumbline::exchange
