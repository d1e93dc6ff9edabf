// SPDX-License-Identifier: Apache-2.0
#include "persistence/Session.hpp"

#include "domain/core/Text.hpp"
#include "persistence/dialects/Postgres.hpp"
#include "persistence/dialects/Sqlite.hpp"

namespace plumbline::persistence {

Query::Query(Session& session, std::shared_ptr<Kept> kept) noexcept
    : session_{&session}
    , kept_{std::move(kept)}
{
}

Query::Query(Query&& other) noexcept
    : session_{other.session_}
    , kept_{std::move(other.kept_)}
    , bound_{std::move(other.bound_)}
    , started_{other.started_}
{
}

Query::~Query()
{
    if (!kept_)
        return;
    // SQLite points into bound_ until the statement is reset, and blocks checkpoints until then.
    if (session_->dialect_ == Dialect::Sqlite)
        sqlite::release(kept_->statement);
    else
        postgres::release(kept_->statement);
    kept_->statement.bind_clean_up();
    kept_->in_use = false;
}

void Query::bind_text(char const* name, std::optional<std::string> value)
{
    if (value && (value->find('\0') != std::string::npos || !is_utf8(*value)))
        throw UnstorableText{};
    Bound& bound = bound_.emplace_back();
    bound.state = value ? soci::i_ok : soci::i_null;
    if (value)
        bound.text = std::move(*value);
    std::string const parameter{name};
    statement().exchange(soci::use(bound.text, bound.state, parameter));
}

void Query::bind_number(char const* name, std::optional<std::int64_t> value)
{
    Bound& bound = bound_.emplace_back();
    bound.state = value ? soci::i_ok : soci::i_null;
    bound.number = value.value_or(0);
    std::string const parameter{name};
    statement().exchange(soci::use(bound.number, bound.state, parameter));
}

void Query::bind_real(char const* name, std::optional<double> value)
{
    Bound& bound = bound_.emplace_back();
    bound.state = value ? soci::i_ok : soci::i_null;
    bound.real = value.value_or(0);
    std::string const parameter{name};
    statement().exchange(soci::use(bound.real, bound.state, parameter));
}

void Query::start()
{
    started_ = true;
    ++session_->counts_.executed;
    statement().define_and_bind();
    // With data exchange even where no rows are expected: without it SOCI takes the statement for a bulk
    // read and steps it through another path.
    statement().execute(true);
}

bool Query::next()
{
    try {
        if (started_)
            return statement().fetch();
        start();
        return statement().got_data();
    } catch (...) {
        session_->failed_ = true;
        throw;
    }
}

std::int64_t Query::run()
{
    try {
        start();
        return statement().get_affected_rows();
    } catch (...) {
        session_->failed_ = true;
        throw;
    }
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
