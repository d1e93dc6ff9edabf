// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/PatientRecord.hpp"
#include "app/services/Signal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct PatientListState {
    std::string search;
    std::vector<PatientRow> rows; ///< What is loaded so far, in order.
    bool more = false;            ///< There are rows after these; ask with load_more.
    std::optional<std::size_t> selected;
    std::optional<Refusal> complaint;
    friend bool operator==(PatientListState const&, PatientListState const&) = default;
};

/// The patient list and its typeahead, a page at a time. Answers that arrive after newer typing are dropped.
class PatientListPresenter {
public:
    explicit PatientListPresenter(Desk& desk, int page = 100);

    [[nodiscard]] PatientListState const& state() const noexcept { return state_; }
    Signal<> changed;

    void type_search(std::string text);
    void load_more();
    void refresh();
    void select(std::size_t row);
    /// Opens the selected one. Before it is known who fits what was typed it waits for the first; typing on forgets it.
    void open_selected();
    Signal<PatientRow> opened;
    [[nodiscard]] std::optional<PatientRow> chosen() const;

private:
    void ask(std::size_t offset);

    Desk& desk_;
    int page_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    PatientListState state_;
    int question_ = 0;
    bool asking_more_ = false;
    bool searching_ = false; ///< The rows are still those of the letters before.
    bool open_waits_ = false;
};

} // namespace plumbline::app
