// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/Import.hpp"
#include "app/services/SystemClock.hpp"
#include "domain/store/Clinic.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::app::cli {

/// Fixed for scripts. A command that cannot do what was asked ends with one of these and a sentence on stderr.
enum class Exit { Ok = 0, Failure = 1, Usage = 2, NotFound = 3, LockedOrBusy = 4, Refused = 5 };

using Json = nlohmann::ordered_json;

/// What every command works with: data goes to out, messages to err, the clinic is opened on first need.
class Shell {
public:
    Shell(std::istream& in, std::ostream& out, std::ostream& err, ClinicDoor& door, SystemClock& clock, IdMaker& ids);
    ~Shell();

    // Global options.
    std::string clinic, user, password_file;
    bool json = false;

    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    ClinicDoor& door;
    SystemClock& clock;
    IdMaker& ids;

    [[nodiscard]] ClinicAddress address() const;
    /// From the file, a terminal without echo, or `demo` for the demo clinic's own user.
    [[nodiscard]] Result<std::string> password(std::string_view prompt, bool twice);
    /// Logs in once a run.
    [[nodiscard]] Result<Desk*> desk();

    /// JSON on one line when asked for, otherwise whatever `text` writes.
    void answer(Json const& json_answer, std::function<void(std::ostream&)> const& text);
    /// Says every fault on stderr, each with its field, and gives the exit code of its reason.
    Exit refuse_with(Refusal const& refusal);

private:
    ImmediateWorker worker_;
    std::unique_ptr<OpenClinic> open_;
    std::unique_ptr<Desk> desk_;
};

/// A command hangs itself into the parser and leaves its exit code.
using Finish = std::function<void(Exit)>;
void add_set_up_commands(CLI::App& app, Shell& shell, Finish const& finish);       ///< init, demo
void add_patient_commands(CLI::App& app, Shell& shell, Finish const& finish);      ///< patient list, show; import
void add_patient_form_commands(CLI::App& app, Shell& shell, Finish const& finish); ///< patient add, change
void add_episode_commands(CLI::App& app, Shell& shell, Finish const& finish);      ///< episode; diagnosis find
void add_evaluation_commands(CLI::App& app, Shell& shell, Finish const& finish);   ///< evaluation record, list, sign
void add_plan_commands(CLI::App& app, Shell& shell, Finish const& finish);         ///< plan establish, show
void add_visit_commands(CLI::App& app, Shell& shell, Finish const& finish); ///< visit chart, show, list, sign ...
/// codes list; import codes. After the commands that they stand below.
void add_code_commands(CLI::App& app, Shell& shell, Finish const& finish);
void add_clinical_commands(CLI::App& app, Shell& shell, Finish const& finish);  ///< units, score, check-treatment
void add_report_commands(CLI::App& app, Shell& shell, Finish const& finish);    ///< report
void add_export_commands(CLI::App& app, Shell& shell, Finish const& finish);    ///< export ical, reminders
void add_schedule_papers(CLI::App& report, Shell& shell, Finish const& finish); ///< Under report: day sheet, slips
void add_schedule_commands(CLI::App& app, Shell& shell, Finish const& finish);  ///< schedule list, book, move ...
/// schedule hours, rooms; patient authorizations. After the commands that they stand below.
void add_schedule_basis_commands(CLI::App& app, Shell& shell, Finish const& finish);
void add_keeping_commands(CLI::App& app, Shell& shell, Finish const& finish); ///< check, audit, backup, restore

/// An id as typed: a positive 64-bit number.
template <class AnyId>
[[nodiscard]] Result<AnyId> id_from(std::string const& text, std::string_view field);
/// Ids travel as texts: they are larger than what JavaScript's numbers hold exactly.
template <class AnyId>
[[nodiscard]] std::string id_text(AnyId id)
{
    return std::to_string(id.value());
}
[[nodiscard]] Result<std::int64_t> id_number(std::string const& text, std::string_view field);
template <class AnyId>
Result<AnyId> id_from(std::string const& text, std::string_view field)
{
    return id_number(text, field).map([](std::int64_t number) { return AnyId{number}; });
}

/// What came of a list that was taken over, or would come of it.
Exit say_import(Shell& shell, ImportOutcome const& outcome, ImportMode mode);

/// A clinician by login or by id.
[[nodiscard]] Result<UserId> clinician_from(Desk& desk, std::string const& text);

/// The whole program but for what it is wired to.
[[nodiscard]] int run(int argc, char const* const* argv, Shell& shell);

} // namespace plumbline::app::cli
