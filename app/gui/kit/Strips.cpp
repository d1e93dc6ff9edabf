// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Strips.hpp"

#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Marks.hpp"

#include <wx/dcclient.h>
#include <wx/sizer.h>
#include <wx/translation.h>

namespace plumbline::app::kit {
namespace {
constexpr int sentence_stays_ms = 10000;

wxString joined(std::vector<wxString> const& facts)
{
    wxString line;
    for (wxString const& fact : facts)
        line += line.empty() ? fact : wxString{"      "} + fact;
    return line;
}

Runs caption(wxString const& text, Meaning meaning = Meaning::Muted)
{
    return {Run{text, meaning, Weight::Regular, Size::Caption}};
}

Runs runs_of(std::vector<StatusFact> const& facts)
{
    Runs runs;
    for (StatusFact const& fact : facts)
        runs.push_back({(runs.empty() ? wxString{} : wxString{"      "}) + fact.text, fact.meaning, Weight::Regular,
            Size::Caption});
    return runs;
}
} // namespace

DemoStrip::DemoStrip(wxWindow* parent, wxString const& words)
    : Control{parent, Reach::Looks}
    , words_{words}
{
    a11y::name(this, words);
}

void DemoStrip::set(wxString const& words)
{
    words_ = words;
    a11y::name(this, words);
    resized();
}

void DemoStrip::paint(Brush& brush, wxRect const& area)
{
    brush.fill(area, palette().demo);
    brush.text(area, words_, caption_font(), palette().on_demo, Align::Center);
}

wxSize DemoStrip::wanted() const
{
    int height = 0;
    GetTextExtent("Ag", nullptr, &height, nullptr, nullptr, &caption_font());
    return {FromDIP(100), height + FromDIP(2)};
}

StatusLine::StatusLine(wxWindow* parent)
    : Area{parent, Ground::Chrome}
    , timer_{this}
{
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    left_text_ = new TextLine{this, Runs{}};
    remedy_room_ = new wxBoxSizer{wxHORIZONTAL};
    right_text_ = new TextLine{this, Runs{}, Align::Right};
    row->AddSpacer(FromDIP(step::m));
    row->Add(left_text_, wxSizerFlags{}.CenterVertical());
    row->Add(remedy_room_, wxSizerFlags{}.CenterVertical());
    row->AddStretchSpacer();
    row->Add(right_text_, wxSizerFlags{}.CenterVertical());
    row->AddSpacer(FromDIP(step::m));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(new Hairline{this}, wxSizerFlags{}.Expand());
    all->Add(row, wxSizerFlags{1}.Expand());
    SetSizer(all);
    auto const fit = [this] {
        int height = 0;
        GetTextExtent("Ag", nullptr, &height, nullptr, nullptr, &caption_font());
        SetMinSize(wxSize{-1, height + FromDIP(10)});
    };
    fit();
    Bind(wxEVT_SYS_COLOUR_CHANGED, [fit](wxSysColourChangedEvent& event) {
        fit();
        event.Skip();
    });
    a11y::role(this, a11y::Role::Status);
    a11y::name(this, _("Status"));
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        sentence_.clear();
        remedy_.reset();
        rebuild();
    });
    rebuild();
}

void StatusLine::set_left(std::vector<wxString> const& facts)
{
    std::vector<StatusFact> quiet;
    for (wxString const& fact : facts)
        quiet.push_back({fact});
    set_left(std::move(quiet));
}

void StatusLine::set_left(std::vector<StatusFact> facts)
{
    left_ = std::move(facts);
    rebuild();
}

void StatusLine::set_right(std::vector<wxString> facts)
{
    right_ = std::move(facts);
    rebuild();
}

void StatusLine::say(wxString const& sentence, std::optional<Remedy> remedy)
{
    sentence_ = sentence;
    remedy_ = std::move(remedy);
    timer_.StartOnce(sentence_stays_ms);
    rebuild();
    a11y::announce(this, sentence);
}

void StatusLine::remedy()
{
    if (!remedy_)
        return;
    auto const run = remedy_->run;
    sentence_.clear();
    remedy_.reset();
    timer_.Stop();
    rebuild();
    run();
}

void StatusLine::rebuild()
{
    bool const saying = !sentence_.empty();
    left_text_->set(saying ? caption(sentence_, Meaning::Text) : runs_of(left_));
    right_text_->set(caption(joined(right_)));
    if (remedy_ && remedy_link_ == nullptr)
        make_remedy();
    if (remedy_link_ != nullptr) {
        remedy_link_->Show(saying && remedy_);
        remedy_key_->Show(saying && remedy_ && !remedy_->key.empty());
    }
    if (remedy_) {
        remedy_link_->relabel(remedy_->label);
        remedy_key_->set(remedy_->key);
    }
    Layout();
}

void StatusLine::make_remedy()
{
    auto const gap = FromDIP(step::s);
    remedy_link_ = new LinkButton{this, _("Undo"), [this] { remedy(); }};
    remedy_key_ = new KeyCap{this, wxString{}};
    remedy_room_->Add(remedy_link_, wxSizerFlags{}.CenterVertical().Border(wxLEFT, gap));
    remedy_room_->Add(remedy_key_, wxSizerFlags{}.CenterVertical().Border(wxLEFT, gap / 2));
}

Banner::Banner(wxWindow* parent)
    : wxPanel{
        parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE}
{
    prepare_for_painting(this);
    Bind(wxEVT_PAINT, &Banner::paint, this);
    a11y::role(this, a11y::Role::Alert);
    Hide();
}

wxColour Banner::ground_color() const
{
    Palette const& colors = palette();
    if (meaning_ == Meaning::Stop)
        return colors.stop_fill;
    if (meaning_ == Meaning::Due)
        return colors.due_fill;
    return colors.tint;
}

void Banner::say(Meaning meaning, wxString const& sentence, std::vector<Remedy> remedies)
{
    meaning_ = meaning;
    DestroyChildren();
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    auto const gap = FromDIP(step::s);
    row->Add(new TextLine{this, sentence, meaning}, wxSizerFlags{1}.CenterVertical().Border(wxLEFT, FromDIP(step::l)));
    for (Remedy const& remedy : remedies) {
        auto const run = remedy.run;
        // The button dies with the banner's content, so its work waits until it has returned.
        auto* const button = new PlainButton{this, remedy.label,
            [this, run] {
                CallAfter([this, run] {
                    dismiss();
                    run();
                });
            },
            remedy.key};
        row->Add(button, wxSizerFlags{}.CenterVertical().Border(wxLEFT, gap));
    }
    row->Add(new SignButton{this, L"\u00d7", _("Dismiss"), [this] { CallAfter([this] { dismiss(); }); }},
        wxSizerFlags{}.CenterVertical().Border(wxLEFT | wxRIGHT, gap));
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(row, wxSizerFlags{1}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    SetSizer(all);
    a11y::announce(this, sentence);
    Show();
    InvalidateBestSize();
    Layout();
    relayout(this);
    Refresh();
}

void Banner::dismiss()
{
    Hide();
    DestroyChildren();
    relayout(this);
}

void Banner::paint(wxPaintEvent&)
{
    wxPaintDC dc{this};
    Brush brush{dc};
    wxRect const area = GetClientRect();
    Palette const& colors = palette();
    brush.fill(area, ground_color());
    wxColour const edge = meaning_ == Meaning::Stop ? colors.stop_edge
        : meaning_ == Meaning::Due                  ? colors.due_edge
                                                    : colors.edge;
    for (int const y : {0, area.height - 1})
        brush.line({0, y}, {area.width, y}, edge);
}

} // namespace plumbline::app::kit
