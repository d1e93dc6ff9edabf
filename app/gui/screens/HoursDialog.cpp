// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/HairlineList.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormDialog.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace plumbline::app::gui {

using kit::ListCell;
using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::array weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

class HoursDialog final : public FormDialog<HoursFormPresenter> {
public:
    HoursDialog(wxWindow* parent, std::unique_ptr<HoursFormPresenter> of)
        : FormDialog{parent, wide("Working hours of " + of->state().whose), std::move(of)}
    {
        auto* const inside = new wxBoxSizer{wxVERTICAL};
        build_week(inside);
        build_other_days(inside);
        std::vector<wxWindow*> fields{week_.begin(), week_.end()};
        fields.insert(fields.end(), {first_, last_, hours_, reason_});
        watch(fields);
        furnish(inside, {form_, entry_}, "Keep hours");
        week_.front()->SetFocus();
    }

private:
    void build_week(wxSizer* inside)
    {
        form_ = new kit::Form{this};
        for (std::size_t day = 0; day < week_.size(); ++day) {
            week_.at(day) = form_->text(weekdays.at(day), "week." + std::to_string(day));
            week_.at(day)->SetHint("off");
        }
        week_.front()->SetHint("8:00-12:00 13:00-17:30");
        inside->Add(form_, 0, wxEXPAND);
        auto* const row = new wxBoxSizer{wxHORIZONTAL};
        sum_ = new kit::TextLine{this, {}, Meaning::Muted};
        like_monday_ = new kit::PlainButton{this, "Monday's hours until Friday", [this] { presenter().like_monday(); }};
        row->Add(sum_, 1, wxALIGN_CENTER_VERTICAL);
        row->Add(like_monday_);
        inside->Add(row, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(step::s));
    }

    void build_other_days(wxSizer* inside)
    {
        list_ = new kit::HairlineList{this, "Days that are different",
            {{"Other days", 0, 4}, {"Hours", 0, 3}, {"Reason", 0, 4}}, kit::ListUse::Activate};
        list_->set_empty_text("No holidays, courses or other hours.");
        list_->SetMinSize(FromDIP(wxSize{-1, 112}));
        list_->on_activate([this](std::size_t index) { open(index); });
        list_->on_key([this](wxKeyEvent const& event) {
            if (event.GetKeyCode() != WXK_DELETE || !list_->current() || !state().may_change)
                return false;
            presenter().remove_other_days(*list_->current());
            return true;
        });
        inside->Add(list_, 1, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(step::s));
        entry_ = new kit::Form{this, kit::Form::Columns::Two};
        first_ = entry_->text("First day", "entry.first");
        last_ = entry_->text("Last day", "entry.last");
        hours_ = entry_->text("Hours then", "entry.hours");
        reason_ = entry_->text("Reason", "entry.reason");
        first_->SetHint("12/24, mon, +7");
        last_->SetHint("the same");
        hours_->SetHint("away");
        inside->Add(entry_, 0, wxEXPAND);
        auto* const row = new wxBoxSizer{wxHORIZONTAL};
        row->AddStretchSpacer();
        remove_ = new kit::PlainButton{this, "Remove", [this] {
                                           if (list_->current())
                                               presenter().remove_other_days(*list_->current());
                                       }};
        add_ = new kit::PlainButton{this, "Add these days", [this] { presenter().take_entry(); }, "Enter"};
        row->Add(remove_, 0, wxRIGHT, FromDIP(step::s));
        row->Add(add_);
        inside->Add(row, 0, wxEXPAND | wxTOP, FromDIP(step::s));
    }

    void open(std::size_t index)
    {
        if (!state().may_change)
            return;
        presenter().open_other_days(index);
        first_->SetFocus();
    }

    bool own_key(wxKeyEvent const& event) override
    {
        bool const enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        wxWindow const* const focus = wxWindow::FindFocus();
        if (!enter || (focus != first_ && focus != last_ && focus != hours_ && focus != reason_))
            return false;
        presenter().take_entry();
        if (state().fields.entry.empty())
            first_->SetFocus();
        return true;
    }

    void refill() override
    {
        HoursFields const& f = state().fields;
        for (std::size_t day = 0; day < week_.size(); ++day)
            show_text(week_.at(day), f.week.at(day));
        show_text(first_, f.entry.first);
        show_text(last_, f.entry.last);
        show_text(hours_, f.entry.hours);
        show_text(reason_, f.entry.reason);
    }

    [[nodiscard]] HoursFields read() const override
    {
        HoursFields f = state().fields;
        for (std::size_t day = 0; day < week_.size(); ++day)
            f.week.at(day) = kit::utf8(week_.at(day)->GetValue());
        f.entry = {kit::utf8(first_->GetValue()), kit::utf8(last_->GetValue()), kit::utf8(hours_->GetValue()),
            kit::utf8(reason_->GetValue())};
        return f;
    }

    void draw_more(State const& now) override
    {
        std::vector<kit::ListRow> rows;
        for (auto const& one : now.other_days)
            rows.push_back({{wide(one.days), wide(one.hours), ListCell{wide(one.reason), Meaning::Muted}},
                one.past ? kit::RowLook::Faint : kit::RowLook::Plain});
        list_->set_rows(std::move(rows));
        sum_->set({{wide(now.a_week), Meaning::Muted}});
        add_->relabel(now.fields.target ? "Change these days" : "Add these days", "Enter");
        add_->Enable(now.may_change);
        like_monday_->Enable(now.may_change);
        remove_->Enable(now.may_change && !now.other_days.empty());
    }

    kit::Form *form_ = nullptr, *entry_ = nullptr;
    std::array<wxTextCtrl*, 7> week_{};
    wxTextCtrl *first_ = nullptr, *last_ = nullptr, *hours_ = nullptr, *reason_ = nullptr;
    kit::TextLine* sum_ = nullptr;
    kit::HairlineList* list_ = nullptr;
    kit::PlainButton *like_monday_ = nullptr, *remove_ = nullptr, *add_ = nullptr;
};

} // namespace

bool edit_hours(wxWindow* parent, std::unique_ptr<HoursFormPresenter> presenter)
{
    HoursDialog dialog{parent, std::move(presenter)};
    dialog.ShowModal();
    return dialog.was_kept();
}

} // namespace plumbline::app::gui
