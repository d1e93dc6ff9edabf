// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/NoteDraft.hpp"
#include "app/services/Signal.hpp"
#include "app/services/VisitNotes.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

/// One line of the flowsheet as it is drawn.
struct FlowsheetRow {
    enum class Mark { Confirmed, Carried, Refused };
    struct Remark {
        std::string text, source; ///< Where the rule comes from; empty for what was typed.
        bool fault = false;       ///< Stands in the way of the signature; else a caution.
        friend bool operator==(Remark const&, Remark const&) = default;
    };
    Mark mark = Mark::Confirmed;
    std::string name, dose, last, minutes, code, response;
    std::string provider; ///< Only where it is not the note's.
    bool at_home = false;
    bool clock_running = false;
    std::vector<Remark> remarks; ///< All that speaks against the row as it is, strongest first.
    bool overridable = false;    ///< A PT may give a reason.
    friend bool operator==(FlowsheetRow const&, FlowsheetRow const&) = default;
};

/// What can be added with `/`.
struct LibraryEntry {
    std::string label, detail;
    Modality modality{};
    std::string exercise_id;
    friend bool operator==(LibraryEntry const&, LibraryEntry const&) = default;
};

/// One field of the dose being edited; texts stay as typed until they mean something.
struct DoseField {
    DoseKey key{};
    std::string label, unit, text;
    std::vector<std::string> choices; ///< Non-empty: text is one of them or empty.
    std::string complaint;
    std::string range{}; ///< What is possible and what is usual: `1–250, usually 80–150`.
    friend bool operator==(DoseField const&, DoseField const&) = default;
};
/// What else is said of a row besides its dose.
struct RowFields {
    std::string minutes, code, response; ///< As typed.
    Region region = Region::LowBack;
    Side side = Side::None;
    UserId provider{0};
    bool timed = false;
    friend bool operator==(RowFields const&, RowFields const&) = default;
};
/// One row opened for changing.
struct DoseEditor {
    std::size_t row = 0;
    InterventionId id{0};
    std::string title;
    std::vector<DoseField> fields;
    RowFields own;
    std::string minutes_range, code_meaning; ///< `1–20, usually 5–10`; `Exercise · timed`
    std::string minutes_complaint, code_complaint, response_complaint;
    bool asks_timed = false;                   ///< No fee schedule says whether the row is timed.
    std::optional<int> suggested_minutes;      ///< Of the dose as it is typed.
    std::string suggestion;                    ///< Where they come from.
    std::vector<FlowsheetRow::Remark> remarks; ///< What the patient's conditions say to it, at the region chosen.
    friend bool operator==(DoseEditor const&, DoseEditor const&) = default;
};

/// Minutes and units of the patient's day, as they follow from the note.
struct UnitsLine {
    std::string minutes;               ///< `Timed 38 min · treatment 53 min`
    std::string units;                 ///< `97110 23 min × 2, 97140 15 min × 1`
    std::string rule;                  ///< `CMS 8-minute rule · 15 min to the next unit`
    std::string day;                   ///< `counted with the visit at 08:30`; empty for the day's only visit.
    std::string remark;                ///< What the clinic lacks to count.
    std::vector<std::string> tied;     ///< Codes of which one gets the last unit, as the therapist chooses.
    std::optional<std::size_t> chosen; ///< Of these.
    friend bool operator==(UnitsLine const&, UnitsLine const&) = default;
};

struct LastVisitCard {
    std::string heading, plan, subjective, assessment;
    struct Pain {
        Date on{};
        int points = 0;
        friend bool operator==(Pain const&, Pain const&) = default;
    };
    std::vector<Pain> pain; ///< Pain now of the last visits, oldest first.
    friend bool operator==(LastVisitCard const&, LastVisitCard const&) = default;
};

/// Everything the visit-note screen shows, as plain data. Equal states draw equal screens.
struct VisitNoteState {
    bool loaded = false;
    std::string heading; ///< `Today · Mon 23 Nov 10:30 · visit 7`
    std::string saved;   ///< `saved 10:52:31`
    std::string pain_now, pain_worst, subjective, objective, assessment, plan;
    Trend trend = Trend::Unsaid;
    std::vector<FlowsheetRow> rows;
    std::size_t selected = 0;
    std::optional<DoseEditor> dose;
    std::string units, units_detail; ///< `38 timed min · 3 units`; `53 min of treatment · CMS rule`
    UnitsLine day;
    std::string overlap;             ///< `18 % as last visit`; empty without an earlier assessment.
    std::vector<Refusal> complaints; ///< Of the last try to sign or to keep, and of what was typed.
    std::vector<Refusal> unplaced;   ///< Those of them that stand beside no field and in no row.
    std::string remark;              ///< Whose note this is, or that a colleague has one of this day.
    bool may_take_over = false;
    std::optional<VisitId> other_note; ///< The colleague's.
    std::string left_over;             ///< What was typed before a colleague signed, and is not in the note.
    bool writable = false;             ///< Not signed, and this person may write notes.
    bool sealed = false;
    bool seal_broken = false;
    std::string seal; ///< `Signed by Dana Reyes, PT, DPT, 23 Nov 2026 11:04 UTC, seal 7F3A-91C2-44DE`
    std::vector<std::string> addenda;
    bool can_undo = false;
    bool can_redo = false;
    LastVisitCard last;
    std::string effort; ///< `11 keys, 0:38`: what this note cost so far.
    friend bool operator==(VisitNoteState const&, VisitNoteState const&) = default;
};

/// A note that was taken away, with all that brings it back.
struct DiscardedNote {
    Visit visit;
    std::string draft; ///< As it was typed, kept or not.
};

/// The visit-note screen without the screen: takes what people do, keeps what they should see, journals each change
/// into the draft within a second. Lives on the user-interface thread.
class VisitNotePresenter {
public:
    explicit VisitNotePresenter(Desk& desk);
    ~VisitNotePresenter();

    [[nodiscard]] VisitNoteState const& state() const noexcept { return state_; }
    Signal<> changed;
    Signal<VisitId> signed_off; ///< After the seal is on disk.
    Signal<DiscardedNote> discarded;

    void open(EpisodeId episode, ClinicTime start, std::optional<AppointmentId> appointment, int visit_number);
    void open(VisitId visit, int visit_number);

    void type_pain_now(std::string text);
    void type_pain_worst(std::string text);
    void type_subjective(std::string text);
    void type_objective(std::string text);
    void type_assessment(std::string text);
    void type_plan(std::string text);
    void choose_trend(Trend trend);

    void select(std::size_t row);
    void confirm_row();
    void confirm_all();
    void toggle_home();
    void toggle_clock();
    void remove_row();
    void move_row(int by);
    [[nodiscard]] std::vector<LibraryEntry> library(std::string const& text) const;
    /// Where the complaint is, by this person, under the code that the clinic has for it.
    void add(LibraryEntry const& entry);
    /// A refused row stays in place until it is removed or a reason is given.
    void override_refusal(std::size_t row, std::string reason);

    void edit_dose(std::size_t row);
    void type_dose(DoseKey key, std::string text);
    void type_row(RowFields fields);
    void take_suggested_minutes();
    /// Codes whose number or label has a word that begins as typed.
    [[nodiscard]] std::vector<ServiceCode> codes(std::string const& text) const;
    [[nodiscard]] std::vector<OpenNote::Provider> providers() const;
    void accept_dose();
    void cancel_dose();

    /// Which of the codes that tie gets the last unit.
    void choose_tied(std::string code);
    void choose_next_tied();

    void undo();
    void redo();
    void count_key() { ++keys_; }
    /// Called a few times a second: journals what changed, moves running clocks.
    void tick();
    /// Keeps the note; calls back when it is on disk. When a colleague kept it meanwhile, what was typed goes on top of
    /// theirs, the note says so and stays; the next time it is left, both are kept.
    void leave(std::function<void()> then);
    void sign();
    /// Makes the note this person's own, with all that was typed.
    void take_over();
    void addend(std::string text);
    /// What was typed before a colleague signed is not wanted any more.
    void forget_left_over();
    /// Takes the unsigned note away. One that holds something needs a reason; blank() tells.
    void discard(std::optional<DiscardReason> reason = {});
    /// Nothing was written, measured or confirmed in it yet.
    [[nodiscard]] bool blank() const { return is_blank(content_); }

private:
    struct RowTrouble {
        std::optional<Refusal> refusal; ///< Set while the row may not stand in the note.
        std::optional<Instant> clock_since;
    };

    void receive(Result<OpenNote> note, int visit_number);
    void take_up_draft(std::string const& text);
    /// Continues with the note as it is stored now and what was typed here on top.
    void go_on_with(OpenNote fresh);
    void complain(Refusal refusal);
    void meet_theirs();
    void tell_whose();
    void change(std::function<void()> const& edit);
    void redraw();
    void redraw_rows();
    void redraw_units();
    void redraw_complaints();
    [[nodiscard]] FlowsheetRow drawn(NoteDraft::Row const& row);
    void remark(FlowsheetRow& drawn, NoteDraft::Row const& row) const;
    void redraw_editor();
    void redraw_card();
    void consider(NoteDraft::Row row);
    void considered(InterventionId id, Result<Intervention> const& answer);
    void journal();
    /// What somebody typed while this was under way stays a draft.
    void journal_typed_since(NoteDraft const& sent);
    void give_up_waiting();
    void settle_clocks();
    [[nodiscard]] NoteDraft::Row* row_at(std::size_t row) noexcept;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    VisitNoteState state_;
    std::optional<OpenNote> note_;
    NoteDraft content_;
    NoteDraft base_; ///< The note as it was kept last, under version_.
    std::map<InterventionId, RowTrouble> trouble_;
    std::vector<NoteDraft> undone_, done_;
    std::vector<Refusal> attempt_; ///< What the last try to sign was refused for.
    int visit_number_ = 0;
    int keys_ = 0;
    int version_ = 0; ///< Of the stored visit.
    Instant opened_{};
    bool dirty_ = false;   ///< Something is not in the journal yet.
    bool drafted_ = false; ///< There is a draft in the journal.
    bool journalling_ = false;
    bool busy_ = false; ///< A save or signature is under way.
    Instant waiting_since_{};
};

} // namespace plumbline::app
