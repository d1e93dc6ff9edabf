// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/SchedulePresenter.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace plumbline::app {

/// What is looked for, as typed.
struct OpeningsFields {
    std::string length = "45", from{}, not_before{}, not_after{};
    std::array<bool, 7> weekdays{true, true, true, true, true, true, true}; ///< Monday first.
    std::size_t clinician = 0; ///< 0: anybody, then those who can be chosen.
    std::size_t room = 0;      ///< 0: none needed, then those that can be chosen.
    friend bool operator==(OpeningsFields const&, OpeningsFields const&) = default;
};

/// What an opening can be asked to have: any of a kind, or one of its own.
struct RoomChoice {
    std::string words{}; ///< `any traction table`
    std::optional<ResourceKind> kind{};
    std::optional<ResourceId> one{};
    friend bool operator==(RoomChoice const&, RoomChoice const&) = default;
};

struct OpeningLine {
    std::string day{}; ///< `Mon 23 Nov`; empty where the line above says it.
    std::string time{}, clinician{}, room{};
    std::optional<std::size_t> opening{}; ///< Which one; without it the line shows the rest of its date.
    friend bool operator==(OpeningLine const&, OpeningLine const&) = default;
};

struct OpeningsState {
    OpeningsFields fields{};
    std::vector<ClinicianRow> clinicians{};
    std::vector<RoomChoice> rooms{};
    std::vector<Opening> found{};
    std::vector<OpeningLine> lines{};
    std::string summary{}; ///< `34 times on 10 dates`
    std::vector<Refusal> complaints{};
    friend bool operator==(OpeningsState const&, OpeningsState const&) = default;
};

/// The next free times: ten dates that have some, of each date the first of each clinician, and the rest when asked.
class OpeningsPresenter {
public:
    OpeningsPresenter(Desk& desk, Date from);

    [[nodiscard]] OpeningsState const& state() const noexcept { return state_; }
    /// For whom; nobody in particular is right too.
    [[nodiscard]] PatientPick& who() noexcept { return who_; }
    Signal<> changed;

    void edit(OpeningsFields fields);
    void search();
    /// The place that the line stands for; a line of the rest shows it and is no place.
    [[nodiscard]] std::optional<ScheduleSlot> take(std::size_t line);

private:
    struct Choices {
        std::vector<ClinicianRow> clinicians;
        std::vector<Resource> resources;
    };
    void offer(Choices choices);
    void receive(std::vector<Opening> found);
    void draw();
    void add_date(std::size_t first, std::size_t last);
    [[nodiscard]] OpeningLine line_of(std::size_t opening) const;
    [[nodiscard]] Result<OpeningsWish> wish() const;

    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientPick who_;
    OpeningsState state_;
    std::vector<Resource> resources_;
    std::set<Date> whole_; ///< Dates of which everything is shown.
    std::optional<PatientId> searched_for_;
    int questions_ = 0; ///< Only the answer to the newest counts.
    Connection chosen_;
};

} // namespace plumbline::app
