// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Card.hpp"
#include "app/presenters/SettingsPresenter.hpp"
#include "app/presenters/SetupPresenter.hpp"

#include <functional>
#include <map>
#include <string>

class wxCheckBox;

namespace plumbline::app::kit {
class Form;
class HairlineList;
class PlainButton;
class PrimaryButton;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// How the clinic books: when it is open, how long visits are, what may overlap, when it wants to be warned.
class BookingCard final : public kit::Card {
public:
    using Keep = std::function<void(std::map<std::string, std::string>)>;
    BookingCard(wxWindow* parent, Keep keep);

    /// Where its faults are told.
    [[nodiscard]] kit::Form& form() noexcept { return *form_; }
    void refill(std::map<std::string, std::string> const& settings);
    void allow(bool keeping);

private:
    [[nodiscard]] std::map<std::string, std::string> typed() const;
    kit::Form* form_ = nullptr;
    kit::PrimaryButton* keep_ = nullptr;
    Keep keep_act_;
};

/// Who works when.
class HoursCard final : public kit::Card {
public:
    HoursCard(wxWindow* parent, SetupPresenter& presenter);

private:
    void draw();
    void change(std::size_t index);
    SetupPresenter& presenter_;
    kit::HairlineList* list_ = nullptr;
    kit::PlainButton* change_ = nullptr;
    Connection redraw_;
};

/// Rooms and equipment that can be booked with a visit.
class ResourcesCard final : public kit::Card {
public:
    ResourcesCard(wxWindow* parent, SetupPresenter& presenter);

private:
    void draw();
    void add();
    void change(std::size_t index);
    SetupPresenter& presenter_;
    kit::HairlineList* list_ = nullptr;
    kit::PlainButton *add_ = nullptr, *change_ = nullptr;
    Connection redraw_;
};

} // namespace plumbline::app::gui
