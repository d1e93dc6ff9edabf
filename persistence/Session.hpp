// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <soci/soci.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace plumbline::persistence {

enum class Dialect { Sqlite, Postgres };

class Session;

/// Text that the two engines would not keep alike: it holds a NUL or is not UTF-8.
class UnstorableText : public std::invalid_argument {
public:
    UnstorableText()
        : std::invalid_argument{"text with a NUL or with bytes that are not UTF-8"}
    {
    }
};

/// One run of a kept statement. Give it every named parameter with bind(), say with into() where columns
/// go, in order, then walk the rows with next() or execute with run(). Letting go of the query releases
/// the statement, and with it the read lock that SQLite holds while a statement is half read.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    Query(Query const&) = delete;
    Query& operator=(Query const&) = delete;
    ~Query();

    /// Throws UnstorableText. The value is copied: what SOCI keeps a reference to lives with the statement, never
    /// in the caller's temporary.
    template <class T>
    Query& bind(char const* name, T const& value)
    {
        if constexpr (std::is_same_v<T, bool>)
            bind_number(name, value ? 1 : 0);
        else if constexpr (std::is_floating_point_v<T>)
            bind_real(name, value);
        else if constexpr (std::is_integral_v<T>)
            bind_number(name, static_cast<std::int64_t>(value));
        else
            bind_text(name, std::string_view{value});
        return *this;
    }
    template <class T>
    Query& bind(char const* name, std::optional<T> const& value)
    {
        if (value)
            return bind(name, *value);
        if constexpr (std::is_floating_point_v<T>)
            bind_real(name, std::nullopt);
        else if constexpr (std::is_integral_v<T>)
            bind_number(name, std::nullopt);
        else
            bind_text(name, std::nullopt);
        return *this;
    }

    /// The target must outlive the query: int, std::int64_t, double, std::string or an optional of them.
    /// Null into a target that is not optional throws.
    template <class T>
    Query& into(T& target)
    {
        take_into(&target);
        return *this;
    }

    /// The first call executes. True while there was a row; then the targets hold it.
    [[nodiscard]] bool next();
    /// Executes a statement that answers no rows. How many rows it touched.
    std::int64_t run();

private:
    friend class Session;
    enum class Kind { Text, Number, Real };
    /// Where SOCI reads a parameter or writes a column. It keeps its address as long as the statement.
    struct Cell {
        Kind kind;
        std::string name{};
        std::string text{};
        long long number = 0;
        double real = 0;
        soci::indicator state = soci::i_ok;
    };
    using Target = std::variant<int*, std::int64_t*, double*, std::string*, std::optional<int>*,
        std::optional<std::int64_t>*, std::optional<double>*, std::optional<std::string>*>;
    /// `taken` only on PostgreSQL; on SQLite rows are read where they lie.
    /// Telling SOCI of a parameter or column costs as much as the run of a small statement, so it is told once.
    class CellRow;
    struct Kept {
        explicit Kept(soci::session& sql)
            : statement{sql}
        {
        }
        std::deque<Cell> given, taken; // Before the statement, which goes first.
        std::vector<Target> targets;
        soci::statement statement;
        bool exchanged = false; ///< SOCI knows the cells.
        bool in_use = false;
    };

    Query(Session& session, std::shared_ptr<Kept> kept) noexcept;
    [[nodiscard]] soci::statement& statement() noexcept { return kept_->statement; }
    [[nodiscard]] Cell& next_given(char const* name, Kind kind);
    void bind_text(char const* name, std::optional<std::string_view> value);
    void bind_number(char const* name, std::optional<std::int64_t> value);
    void bind_real(char const* name, std::optional<double> value);
    void take_into(Target target);
    void release() noexcept;
    void forget_exchange();
    void fail();
    void exchange();
    void start();
    [[nodiscard]] bool step_sqlite();
    [[nodiscard]] bool step_postgres();
    template <class Row>
    void deliver(Row& row);

    Session* session_;
    std::shared_ptr<Kept> kept_;
    std::size_t bound_ = 0;
    bool started_ = false;
};

/// One connection with its kept statements. Belongs to one thread at a time.
class Session {
public:
    /// How much work a piece of code asked of the database, for tests that hold the numbers down.
    struct Counts {
        std::int64_t prepared = 0;
        std::int64_t executed = 0;
    };

    Session(Dialect dialect, std::unique_ptr<soci::session> connection);
    ~Session();
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    [[nodiscard]] Dialect dialect() const noexcept { return dialect_; }

    /// The text is the statement's name in the cache, so it is a literal and never carries a value.
    [[nodiscard]] Query query(std::string_view sql);
    /// For statements without parameters or rows that run once: definitions, pragmas, begin and commit.
    void execute(std::string const& sql);

    [[nodiscard]] Counts counts() const noexcept { return counts_; }
    /// True when a statement failed since the last call. A transaction in which one did is not committed,
    /// even if the work caught the exception and went on: SQLite would keep the other half of it.
    [[nodiscard]] bool take_failed() noexcept { return std::exchange(failed_, false); }
    [[nodiscard]] soci::session& connection() noexcept { return *connection_; }
    /// Forgets every kept statement: before the connection goes, or the schema changes.
    void forget_statements() noexcept;
    /// Puts a new connection in the place of a lost one.
    void replace(std::unique_ptr<soci::session> connection) noexcept;

private:
    friend class Query;
    Dialect dialect_;
    std::unique_ptr<soci::session> connection_;
    std::map<std::string, std::shared_ptr<Query::Kept>, std::less<>> kept_;
    Counts counts_;
    bool failed_ = false;
};

} // namespace plumbline::persistence
