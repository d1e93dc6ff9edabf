// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/Desk.hpp"
#include "app/services/Signal.hpp"
#include "domain/patients/Patient.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app {

struct PatientChoice {
    PatientId id{0};
    std::string name{}, born{}, record_number{};
    friend bool operator==(PatientChoice const&, PatientChoice const&) = default;
};

/// Choosing a patient by typing: name, birth date, telephone or record number.
class PatientPick {
public:
    explicit PatientPick(Desk& desk);
    Signal<> changed;

    void type(std::string text);
    void choose(std::size_t found);
    void choose(PatientChoice patient);
    /// Takes the first who fits. Before the answer is there it waits for it; typing on forgets it.
    void take_first();
    /// Who fits what was typed is not known yet.
    [[nodiscard]] bool asking() const noexcept { return asking_; }
    [[nodiscard]] std::string const& text() const noexcept { return text_; }
    /// Who fits what was typed; nobody once somebody is chosen.
    [[nodiscard]] std::vector<PatientChoice> const& found() const noexcept { return found_; }
    [[nodiscard]] std::optional<PatientChoice> const& chosen() const noexcept { return chosen_; }
    /// The one chosen, or the only one that fits what was typed.
    [[nodiscard]] std::optional<PatientChoice> meant() const;

private:
    Desk& desk_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::string text_;
    std::vector<PatientChoice> found_;
    std::optional<PatientChoice> chosen_;
    bool asking_ = false;
    bool take_waits_ = false;
    int questions_ = 0; ///< Only the answer to the newest counts.
};

} // namespace plumbline::app
