// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/SetupCards.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Form.hpp"
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <array>
#include <utility>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

struct Setting {
    char const *key, *label;
};

constexpr std::array open_at{Setting{"schedule.opens", "Opens"}, Setting{"schedule.closes", "Closes"},
    Setting{"schedule.step_minutes", "Starts every, minutes"},
    Setting{"appointment.late_cancel_hours", "Late to cancel, hours before"}};
constexpr std::array lengths{Setting{"appointment.evaluation_minutes", "Evaluation"},
    Setting{"appointment.minutes", "Treatment"}, Setting{"appointment.re-evaluation_minutes", "Re-evaluation"},
    Setting{"appointment.group_minutes", "Group"}, Setting{"appointment.group_places", "Places in a group"}};
constexpr std::array overlaps{Setting{"appointment.evaluation_may_overlap", "Beside an evaluation"},
    Setting{"appointment.treatment_may_overlap", "Beside a treatment"},
    Setting{"appointment.re-evaluation_may_overlap", "Beside a re-evaluation"}};
constexpr std::array alerts{Setting{"alert.authorization_visits", "Visits left"},
    Setting{"alert.authorization_units", "Timed units left"}, Setting{"alert.authorization_days", "Days left"}};

void add_texts(kit::Form& form, auto const& settings)
{
    for (Setting const& one : settings)
        form.text(one.label, one.key);
}

/// Buttons at the left under a list, off the edge of the card.
void add_tools(kit::Card& card, std::initializer_list<wxWindow*> buttons)
{
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    for (wxWindow* const button : buttons)
        row->Add(button, 0, wxRIGHT, card.FromDIP(step::s));
    card.add_padded(row);
    card.content()->GetSizer()->AddSpacer(card.FromDIP(step::s));
}

} // namespace

BookingCard::BookingCard(wxWindow* parent, Keep keep)
    : kit::Card{parent, "Booking"}
    , keep_act_{std::move(keep)}
{
    form_ = new kit::Form{content(), kit::Form::Columns::Two};
    add_texts(*form_, open_at);
    form_->section("Minutes of a visit");
    add_texts(*form_, lengths);
    form_->section("The clinician may have another visit");
    for (Setting const& one : overlaps)
        form_->check(one.label, one.key);
    form_->section("Warn of an authorization that runs short");
    add_texts(*form_, alerts);
    add_padded(form_);
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->AddStretchSpacer();
    keep_ = new kit::PrimaryButton{content(), "Keep", {}, [this] { keep_act_(typed()); }};
    row->Add(keep_);
    add_padded(row);
    content()->GetSizer()->AddSpacer(FromDIP(step::s));
}

void BookingCard::refill(std::map<std::string, std::string> const& settings)
{
    for (auto const& [key, value] : settings) {
        wxWindow* const field = form_->field(key);
        if (auto* const text = dynamic_cast<wxTextCtrl*>(field))
            text->ChangeValue(wide(value));
        else if (auto* const box = dynamic_cast<wxCheckBox*>(field))
            box->SetValue(value == "1");
    }
}

void BookingCard::allow(bool keeping)
{
    keep_->Enable(keeping);
}

std::map<std::string, std::string> BookingCard::typed() const
{
    std::map<std::string, std::string> settings;
    auto const take = [&](auto const& all) {
        for (Setting const& one : all) {
            wxWindow const* const field = form_->field(one.key);
            if (auto const* const text = dynamic_cast<wxTextCtrl const*>(field))
                settings[one.key] = kit::utf8(text->GetValue());
            else if (auto const* const box = dynamic_cast<wxCheckBox const*>(field))
                settings[one.key] = box->GetValue() ? "1" : "0";
        }
    };
    take(open_at);
    take(lengths);
    take(overlaps);
    take(alerts);
    return settings;
}

HoursCard::HoursCard(wxWindow* parent, SetupPresenter& presenter)
    : kit::Card{parent, "Working hours"}
    , presenter_{presenter}
{
    list_ = new kit::HairlineList{
        content(), "Working hours", {{"Clinician and week", 0, 2}, {"Next other days", 0, 3}}, kit::ListUse::Activate};
    list_->set_empty_text("Nobody here treats yet.");
    list_->SetMinSize(FromDIP(wxSize{-1, 236}));
    list_->on_activate([this](std::size_t index) { change(index); });
    add(list_);
    change_ = new kit::PlainButton{content(), "Change hours", [this] {
                                       if (list_->current())
                                           change(*list_->current());
                                   }};
    add_tools(*this, {change_});
    redraw_ = presenter_.changed.connect([this] { draw(); });
}

void HoursCard::draw()
{
    SetupState const& state = presenter_.state();
    std::vector<kit::ListRow> rows;
    for (HoursLine const& line : state.hours) {
        ListCell const other{wide(line.other), line.away_now ? Meaning::Due : Meaning::Text};
        kit::Runs below{{wide(line.week), Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}};
        if (!line.warning.empty())
            below.push_back({wide(" · " + line.warning), Meaning::Due, kit::Weight::Regular, kit::Size::Caption});
        rows.push_back({{wide(line.name), other}, kit::RowLook::Plain, std::move(below)});
    }
    list_->set_rows(std::move(rows));
    change_->relabel(state.may_change ? "Change hours" : "See hours");
    change_->Enable(!state.hours.empty());
}

void HoursCard::change(std::size_t index)
{
    WorkingHours const* const hours = presenter_.hours(index);
    if (hours
        && edit_hours(this,
            std::make_unique<HoursFormPresenter>(presenter_.desk(), *hours, presenter_.state().hours.at(index).name)))
        presenter_.refresh();
    list_->SetFocus();
}

ResourcesCard::ResourcesCard(wxWindow* parent, SetupPresenter& presenter)
    : kit::Card{parent, "Rooms and equipment"}
    , presenter_{presenter}
{
    list_ = new kit::HairlineList{
        content(), "Rooms and equipment", {{"Name", 0, 4}, {"Kind", 0, 3}, {"", 84}}, kit::ListUse::Activate};
    list_->set_empty_text("No rooms and no equipment that visits are booked with.");
    list_->SetMinSize(FromDIP(wxSize{-1, 186}));
    list_->on_activate([this](std::size_t index) { change(index); });
    kit::Card::add(list_);
    add_ = new kit::PlainButton{content(), "Add room or equipment", [this] { add(); }};
    change_ = new kit::PlainButton{content(), "Change", [this] {
                                       if (list_->current())
                                           change(*list_->current());
                                   }};
    add_tools(*this, {add_, change_});
    redraw_ = presenter_.changed.connect([this] { draw(); });
}

void ResourcesCard::draw()
{
    SetupState const& state = presenter_.state();
    std::vector<kit::ListRow> rows;
    for (ResourceLine const& line : state.resources) {
        kit::Runs below;
        if (!line.warning.empty())
            below.push_back({wide(line.warning), Meaning::Due, kit::Weight::Regular, kit::Size::Caption});
        bool const faint = !line.active && below.empty();
        rows.push_back({{wide(line.name), wide(line.kind), ListCell{line.active ? "" : "not in use", Meaning::Muted}},
            faint ? kit::RowLook::Faint : kit::RowLook::Plain, std::move(below)});
    }
    list_->set_rows(std::move(rows));
    add_->Enable(state.may_change);
    change_->relabel(state.may_change ? "Change" : "See");
    change_->Enable(!state.resources.empty());
}

void ResourcesCard::add()
{
    if (edit_resource(this, std::make_unique<ResourceFormPresenter>(presenter_.desk())))
        presenter_.refresh();
    list_->SetFocus();
}

void ResourcesCard::change(std::size_t index)
{
    Resource const* const resource = presenter_.resource(index);
    if (resource && edit_resource(this, std::make_unique<ResourceFormPresenter>(presenter_.desk(), *resource)))
        presenter_.refresh();
    list_->SetFocus();
}

} // namespace plumbline::app::gui
