// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/SchedulePaperwork.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/PaperView.hpp"

#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <utility>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::string_view pdf_files = "PDF files (*.pdf)|*.pdf";
constexpr std::string_view csv_files = "Lists for letters (*.csv)|*.csv";
constexpr std::string_view calendar_files = "Calendars (*.ics)|*.ics";
constexpr std::string_view named_calendars =
    "Calendar with initials only (*.ics)|*.ics|Calendar with names (*.ics)|*.ics";

struct Place {
    std::string path;
    int kind = 0; ///< Which of the kinds of file.
};

std::optional<Place> ask_place(wxWindow* parent, wxString const& title, std::string const& file, std::string_view kinds)
{
    wxFileDialog ask{parent, title, {}, wide(file), kit::translated(kinds), wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (ask.ShowModal() != wxID_OK)
        return std::nullopt;
    return Place{kit::utf8(ask.GetPath()), ask.GetFilterIndex()};
}

/// A paper in front of everything, to be printed or saved.
class PaperDialog final : public wxDialog {
public:
    PaperDialog(wxWindow* parent, SchedulePrintsPresenter& prints, PaperOffer const& offer)
        : wxDialog{parent, wxID_ANY, wide(offer.title), wxDefaultPosition, parent->FromDIP(wxSize{860, 800}),
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER}
        , prints_{prints}
        , offer_{offer}
        , pages_{prints.state().pages}
    {
        build();
        redraw_ = prints_.changed.connect([this] { draw(); });
        draw();
        paper_->SetFocus();
    }

private:
    void build()
    {
        banner_ = new kit::Banner{this};
        paper_ = new PaperView{this};
        paper_->set_pages(pages_);
        count_ = new kit::TextLine{this, {}, Meaning::Muted, kit::Size::Caption};
        auto* const row = new wxBoxSizer{wxHORIZONTAL};
        row->Add(count_, 1, wxALIGN_CENTER_VERTICAL);
        auto* const close = new kit::PlainButton{this, "Close", [this] { EndModal(wxID_CANCEL); }, "Esc"};
        save_ = new kit::PlainButton{this, "Save PDF", [this] { save(); }, "Ctrl+Shift+E"};
        print_ = new kit::PrimaryButton{this, "Print", "Ctrl+P", [this] { prints_.print(offer_.wish, {}); }};
        for (wxWindow* const button : std::initializer_list<wxWindow*>{close, save_, print_})
            row->Add(button, 0, wxALIGN_CENTER_VERTICAL | wxLEFT, FromDIP(step::s));
        auto* const all = new wxBoxSizer{wxVERTICAL};
        all->Add(banner_, 0, wxEXPAND);
        all->Add(paper_, 1, wxEXPAND);
        all->Add(row, 0, wxEXPAND | wxALL, FromDIP(step::m));
        SetSizer(all);
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { key(event); });
    }

    void key(wxKeyEvent& event)
    {
        int const code = event.GetKeyCode();
        if (code == WXK_ESCAPE)
            EndModal(wxID_CANCEL);
        else if (code == WXK_PAGEDOWN || code == WXK_PAGEUP)
            paper_->turn(code == WXK_PAGEDOWN ? 1 : -1);
        else if (event.ControlDown() && code == 'P')
            prints_.print(offer_.wish, {});
        else if (event.ControlDown() && event.ShiftDown() && code == 'E')
            save();
        else
            event.Skip();
    }

    void save()
    {
        if (auto const place = ask_place(this, "Save as PDF", offer_.file, pdf_files))
            prints_.save_pdf(offer_.wish, place->path);
    }

    void draw()
    {
        SchedulePrintsState const& state = prints_.state();
        wxString words = wxString::Format(pages_.size() == 1 ? "%zu page" : "%zu pages", pages_.size());
        if (!state.notice.empty())
            words += wide(" · " + state.notice);
        count_->set({{words, Meaning::Muted, kit::Weight::Regular, kit::Size::Caption}});
        for (wxWindow* const button : std::initializer_list<wxWindow*>{save_, print_})
            button->Enable(!state.busy);
        if (state.complaint)
            banner_->say(Meaning::Stop, kit::translated(state.complaint->message));
        else
            banner_->dismiss();
        Layout();
    }

    SchedulePrintsPresenter& prints_;
    PaperOffer offer_;
    std::vector<reports::Page> pages_;
    kit::Banner* banner_ = nullptr;
    PaperView* paper_ = nullptr;
    kit::TextLine* count_ = nullptr;
    kit::PlainButton* save_ = nullptr;
    kit::PrimaryButton* print_ = nullptr;
    Connection redraw_;
};

} // namespace

SchedulePaperwork::SchedulePaperwork(wxWindow& page, SchedulePresenter& schedule, Ways const& ways)
    : page_{page}
    , schedule_{schedule}
    , ways_{ways}
    , prints_{schedule.desk()}
{
    heard_ = prints_.changed.connect([this] { heard(); });
}

void SchedulePaperwork::see(PaperOffer offer)
{
    schedule_.dismiss();
    SchedulePrintWish const wish = offer.wish;
    wanted_ = std::move(offer);
    prints_.preview(wish);
}

void SchedulePaperwork::heard()
{
    SchedulePrintsState const& state = prints_.state();
    if (in_front_ || state.busy)
        return;
    auto const wanted = std::exchange(wanted_, std::nullopt);
    if (state.complaint)
        schedule_.complain(*state.complaint);
    else if (wanted)
        // The answer is still being told; a dialog would keep it from going on.
        page_.CallAfter([this, offer = *wanted] { show_paper(offer); });
    else if (!state.notice.empty())
        ways_.say(state.notice, {});
}

void SchedulePaperwork::show_paper(PaperOffer const& offer)
{
    in_front_ = true;
    PaperDialog dialog{&page_, prints_, offer};
    dialog.ShowModal();
    in_front_ = false;
}

void SchedulePaperwork::save_reminders()
{
    ReminderOffer const offer = reminder_list_shown(schedule_);
    schedule_.dismiss();
    if (auto const place = ask_place(&page_, "Save the reminder list", offer.file, csv_files))
        prints_.save_reminders(offer.wish, place->path);
}

void SchedulePaperwork::save_calendar_of_clinician()
{
    auto offer = calendar_of_clinician(schedule_);
    if (!offer)
        return;
    schedule_.dismiss();
    if (auto const place = ask_place(&page_, "Save the clinician's calendar", offer->file, named_calendars)) {
        offer->wish.names = place->kind == 0 ? CalendarNames::Initials : CalendarNames::Full;
        prints_.save_calendar(offer->wish, place->path);
    }
}

void SchedulePaperwork::save_calendar_of_patient()
{
    auto const offer = calendar_of_patient(schedule_.selected(), schedule_.state().today);
    if (!offer)
        return;
    schedule_.dismiss();
    if (auto const place = ask_place(&page_, "Save the patient's calendar", offer->file, calendar_files))
        prints_.save_calendar(offer->wish, place->path);
}

} // namespace plumbline::app::gui
