// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/DateField.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/calctrl.h>
#include <wx/generic/calctrlg.h>
#include <wx/popupwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace plumbline::app::kit {
namespace {
constexpr int field_width = 118;

wxDateTime as_wx(Date day)
{
    return wxDateTime{static_cast<wxDateTime::wxDateTime_t>(static_cast<unsigned>(day.day())),
        static_cast<wxDateTime::Month>(static_cast<unsigned>(day.month()) - 1), static_cast<int>(day.year())};
}

Date as_ours(wxDateTime const& day)
{
    return Date{std::chrono::year{day.GetYear()}, std::chrono::month{static_cast<unsigned>(day.GetMonth()) + 1},
        std::chrono::day{day.GetDay()}};
}

/// The calendar behind the field's button. Goes away by itself.
class CalendarPopup : public wxPopupTransientWindow {
public:
    CalendarPopup(wxWindow* parent, Date shown, std::function<void(Date)> take)
        : wxPopupTransientWindow{parent, wxBORDER_NONE | wxPU_CONTAINS_CONTROLS}
        , take_{std::move(take)}
    {
        auto* const card = new Card{this, wxString{}};
        calendar_ = new wxGenericCalendarCtrl{
            card->content(), wxID_ANY, as_wx(shown), wxDefaultPosition, wxDefaultSize, wxCAL_SHOW_HOLIDAYS};
        a11y::name(calendar_, _("Calendar"));
        recolor();
        auto* const all = new wxBoxSizer{wxVERTICAL};
        card->content()->GetSizer()->Add(calendar_, wxSizerFlags{}.Border(wxALL, FromDIP(step::xs)));
        all->Add(card, wxSizerFlags{}.Expand());
        SetSizerAndFit(all);
        calendar_->Bind(wxEVT_CALENDAR_DOUBLECLICKED, [this](wxCalendarEvent&) { taken(); });
        calendar_->Bind(wxEVT_CALENDAR_SEL_CHANGED, [this](wxCalendarEvent& event) {
            // A click takes the day; the arrow keys only move to it.
            if (wxGetMouseState().LeftIsDown())
                taken();
            event.Skip();
        });
        calendar_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
                taken();
            else if (event.GetKeyCode() == WXK_ESCAPE)
                DismissAndNotify();
            else
                event.Skip();
        });
    }
    void open() { Popup(calendar_); }

protected:
    void OnDismiss() override
    {
        GetParent()->SetFocus();
        CallAfter([this] { Destroy(); });
    }

private:
    void recolor()
    {
        Palette const& colors = palette();
        SetBackgroundColour(colors.card);
        calendar_->SetBackgroundColour(colors.card);
        calendar_->SetForegroundColour(colors.text);
        calendar_->SetHeaderColours(colors.muted, colors.card);
        calendar_->SetHighlightColours(colors.on_accent, colors.accent);
        calendar_->SetHolidayColours(colors.muted, colors.card);
    }
    void taken()
    {
        take_(as_ours(calendar_->GetDate()));
        DismissAndNotify();
    }
    wxGenericCalendarCtrl* calendar_ = nullptr;
    std::function<void(Date)> take_;
};
} // namespace

DateField::DateField(wxWindow* parent, wxString const& name, Date today, DateLeaning leaning)
    : ClearPanel{parent}
    , today_{today}
    , leaning_{leaning}
{
    text_ = new wxTextCtrl{this, wxID_ANY};
    text_->SetMinSize(wxSize{FromDIP(field_width) * zoom() / 100, -1});
    text_->SetHint(_("day"));
    auto* const button = new SignButton{this, L"\u25be", _("Calendar for") + " " + name, [this] { open_calendar(); }};
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(text_, wxSizerFlags{}.CenterVertical());
    row->Add(button, wxSizerFlags{}.CenterVertical().Border(wxLEFT, FromDIP(2)));
    SetSizer(row);
    a11y::name(text_, name);
    text_->SetToolTip(_("today, +5, -10, 2w, tue, 3/14, 14 Mar, 1979-03-14"));
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (heard_)
            heard_(day());
    });
    text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        settle();
        event.Skip();
    });
    text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DOWN && event.AltDown())
            open_calendar();
        else if (event.GetKeyCode() == WXK_UP && !event.HasModifiers())
            nudge(1);
        else if (event.GetKeyCode() == WXK_DOWN && !event.HasModifiers())
            nudge(-1);
        else
            event.Skip();
    });
}

std::optional<Date> DateField::day() const
{
    return read_day(utf8(text_->GetValue()), today_, leaning_);
}

bool DateField::broken() const
{
    return !text_->GetValue().Trim().empty() && !day();
}

void DateField::set_day(std::optional<Date> day)
{
    text_->ChangeValue(day ? wide(to_words(*day)) : wxString{});
}

void DateField::settle()
{
    // Somebody who typed `tue` sees which Tuesday it became.
    if (auto const meant = day())
        set_day(meant);
}

void DateField::nudge(int days)
{
    set_day(plus_days(day().value_or(plus_days(today_, -days)), days));
    text_->SetInsertionPointEnd();
    if (heard_)
        heard_(day());
}

void DateField::open_calendar()
{
    auto* const popup = new CalendarPopup{text_, day().value_or(today_), [this](Date chosen) {
                                              set_day(chosen);
                                              if (heard_)
                                                  heard_(chosen);
                                          }};
    popup->Position(text_->ClientToScreen(wxPoint{0, 0}), wxSize{0, text_->GetSize().y});
    popup->open();
}

void DateField::SetFocus()
{
    text_->SetFocus();
}

} // namespace plumbline::app::kit
