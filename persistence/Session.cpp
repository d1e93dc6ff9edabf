// SPDX-License-Identifier: Apache-2.0
#include "persistence/Session.hpp"

#include "domain/core/Text.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "persistence/dialects/Sqlite.hpp"

#include <algorithm>
#include <limits>

namespace plumbline::persistence {
namespace {

/// A statement that once carried a document need not hold on to it.
constexpr std::size_t longest_kept_text = 4096;

[[noreturn]] void throw_null()
{
    throw soci::soci_error{"Null value fetched and no indicator defined."};
}

template <class Row>
void put(Row& row, int column, std::string& place)
{
    row.text(column, place);
}
template <class Row>
void put(Row& row, int column, double& place)
{
    place = row.real(column);
}
template <class Row>
void put(Row& row, int column, std::int64_t& place)
{
    place = row.number(column);
}
template <class Row>
void put(Row& row, int column, int& place)
{
    std::int64_t const number = row.number(column);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        throw soci::soci_error{"Number out of range."};
    place = static_cast<int>(number);
}

template <class Row, class T>
void put(Row& row, int column, bool null, T& place)
{
    if (null)
        throw_null();
    put(row, column, place);
}
template <class Row, class T>
void put(Row& row, int column, bool null, std::optional<T>& place)
{
    if (null)
        place.reset();
    else
        put(row, column, place ? *place : place.emplace());
}

} // namespace

/// A row that SOCI wrote into our cells.
class Query::CellRow {
public:
    explicit CellRow(std::deque<Cell>& cells) noexcept
        : cells_{cells}
    {
    }
    [[nodiscard]] bool is_null(int column) const { return cell(column).state == soci::i_null; }
    [[nodiscard]] std::int64_t number(int column) const { return cell(column).number; }
    [[nodiscard]] double real(int column) const { return cell(column).real; }
    void text(int column, std::string& into) { into = std::move(cell(column).text); }

private:
    [[nodiscard]] Cell& cell(int column) const { return cells_[static_cast<std::size_t>(column)]; }
    std::deque<Cell>& cells_;
};

Query::Query(Session& session, std::shared_ptr<Kept> kept) noexcept
    : session_{&session}
    , kept_{std::move(kept)}
{
    kept_->targets.clear();
}

Query::Query(Query&& other) noexcept
    : session_{other.session_}
    , kept_{std::move(other.kept_)}
    , bound_{other.bound_}
    , started_{other.started_}
{
}

Query::~Query()
{
    if (!kept_)
        return;
    // An unfinished read blocks checkpoints until the statement is reset.
    release();
    for (std::deque<Cell>* const cells : {&kept_->given, &kept_->taken})
        for (Cell& cell : *cells)
            if (cell.text.capacity() > longest_kept_text)
                std::string{}.swap(cell.text);
    kept_->in_use = false;
}

void Query::release() noexcept
{
    if (session_->dialect_ == Dialect::Sqlite)
        sqlite::release(statement());
    else
        postgres::release(statement());
}

void Query::forget_exchange()
{
    release();
    statement().bind_clean_up();
    kept_->exchanged = false;
}

/// The cell of the next parameter: the one of the last run when it was of the same name and kind, as it is
/// whenever the same code runs again.
Query::Cell& Query::next_given(char const* name, Kind kind)
{
    auto& given = kept_->given;
    bool const known = bound_ < given.size() && given[bound_].kind == kind && given[bound_].name == name;
    if (!known) {
        forget_exchange();
        given.resize(bound_, Cell{kind});
        given.push_back(Cell{.kind = kind, .name = name});
    }
    return given[bound_++];
}

void Query::bind_text(char const* name, std::optional<std::string_view> value)
{
    if (value && (value->find('\0') != std::string_view::npos || !is_utf8(*value)))
        throw UnstorableText{};
    Cell& cell = next_given(name, Kind::Text);
    cell.state = value ? soci::i_ok : soci::i_null;
    cell.text = value.value_or(std::string_view{});
}

void Query::bind_number(char const* name, std::optional<std::int64_t> value)
{
    Cell& cell = next_given(name, Kind::Number);
    cell.state = value ? soci::i_ok : soci::i_null;
    cell.number = value.value_or(0);
}

void Query::bind_real(char const* name, std::optional<double> value)
{
    Cell& cell = next_given(name, Kind::Real);
    cell.state = value ? soci::i_ok : soci::i_null;
    cell.real = value.value_or(0);
}

void Query::take_into(Target target)
{
    constexpr Kind kinds[] = {
        Kind::Number, Kind::Number, Kind::Real, Kind::Text, Kind::Number, Kind::Number, Kind::Real, Kind::Text};
    static_assert(std::size(kinds) == std::variant_size_v<Target>);
    Kind const kind = kinds[target.index()];
    auto& taken = kept_->taken;
    std::size_t const column = kept_->targets.size();
    bool const needs_cell = session_->dialect_ == Dialect::Postgres;
    if (needs_cell && (column >= taken.size() || taken[column].kind != kind)) {
        forget_exchange();
        taken.resize(column, Cell{kind});
        taken.push_back(Cell{.kind = kind});
    }
    kept_->targets.push_back(target);
}

void Query::exchange()
{
    for (Cell& cell : kept_->given) {
        if (cell.kind == Kind::Text)
            statement().exchange(soci::use(cell.text, cell.state, cell.name));
        else if (cell.kind == Kind::Number)
            statement().exchange(soci::use(cell.number, cell.state, cell.name));
        else
            statement().exchange(soci::use(cell.real, cell.state, cell.name));
    }
    for (Cell& cell : kept_->taken) {
        if (cell.kind == Kind::Text)
            statement().exchange(soci::into(cell.text, cell.state));
        else if (cell.kind == Kind::Number)
            statement().exchange(soci::into(cell.number, cell.state));
        else
            statement().exchange(soci::into(cell.real, cell.state));
    }
    statement().define_and_bind();
    kept_->exchanged = true;
}

void Query::start()
{
    started_ = true;
    ++session_->counts_.executed;
    bool const fewer = bound_ < kept_->given.size() || kept_->targets.size() < kept_->taken.size();
    if (fewer) {
        forget_exchange();
        kept_->given.resize(bound_, Cell{Kind::Text});
        kept_->taken.resize(std::min(kept_->taken.size(), kept_->targets.size()), Cell{Kind::Text});
    }
    if (!kept_->exchanged)
        exchange();
    // With data exchange even where no rows are expected: without it SOCI takes the statement for a bulk
    // read and steps it through another path.
    statement().execute(true);
}

/// Hands the row to the caller, column by column.
template <class Row>
void Query::deliver(Row& row)
{
    int column = 0;
    for (Target const target : kept_->targets) {
        bool const null = row.is_null(column);
        std::visit([&](auto* place) { put(row, column, null, *place); }, target);
        ++column;
    }
}

bool Query::step_sqlite()
{
    sqlite::Row row{statement()};
    bool found = true;
    if (started_) {
        found = row.step();
    } else {
        start();
        found = statement().got_data();
    }
    if (found)
        deliver(row);
    return found;
}

bool Query::step_postgres()
{
    bool found = true;
    if (started_) {
        found = statement().fetch();
    } else {
        start();
        found = statement().got_data();
    }
    if (found) {
        CellRow row{kept_->taken};
        deliver(row);
    }
    return found;
}

bool Query::next()
{
    try {
        return session_->dialect_ == Dialect::Sqlite ? step_sqlite() : step_postgres();
    } catch (...) {
        fail();
        throw;
    }
}

std::int64_t Query::run()
{
    try {
        start();
        return statement().get_affected_rows();
    } catch (...) {
        fail();
        throw;
    }
}

/// SOCI leaves buffers half filled behind an error, so the next run starts from scratch.
void Query::fail()
{
    session_->failed_ = true;
    forget_exchange();
}

Session::Session(Dialect dialect, std::unique_ptr<soci::session> connection)
    : dialect_{dialect}
    , connection_{std::move(connection)}
{
}

Session::~Session()
{
    forget_statements();
}

Query Session::query(std::string_view sql)
{
    auto found = kept_.find(sql);
    bool const reusable = found != kept_.end() && !found->second->in_use;
    if (!reusable) {
        auto fresh = std::make_shared<Query::Kept>(*connection_);
        fresh->statement.alloc();
        fresh->statement.prepare(std::string{sql});
        ++counts_.prepared;
        // A statement asked for while its twin is still being read lives only as long as its query.
        if (found != kept_.end())
            return Query{*this, std::move(fresh)};
        found = kept_.emplace(std::string{sql}, std::move(fresh)).first;
    }
    found->second->in_use = true;
    return Query{*this, found->second};
}

void Session::execute(std::string const& sql)
{
    ++counts_.executed;
    soci::statement once{*connection_};
    once.alloc();
    once.prepare(sql, soci::details::st_one_time_query);
    once.define_and_bind();
    once.execute(true);
}

void Session::forget_statements() noexcept
{
    kept_.clear();
}

void Session::replace(std::unique_ptr<soci::session> connection) noexcept
{
    forget_statements();
    connection_ = std::move(connection);
}

} // namespace plumbline::persistence
