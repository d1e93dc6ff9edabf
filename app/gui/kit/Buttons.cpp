// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Actions.hpp"
#include "app/gui/kit/Native.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/gui/kit/Words.hpp"

namespace plumbline::app::kit {
namespace {
/// Keys come as the table of actions spells them, or as they are to be shown.
wxString cap_of(wxString const& key)
{
    std::string const shown = shown_key(utf8(key));
    return normal_key(utf8(key)).empty() ? key : wide(shown);
}

wxString with_key(wxString const& label, wxString const& key, wxColour const& color)
{
    wxString markup = escaped_markup(label);
    if (!key.empty())
        markup += "  <span size='smaller' foreground='" + color.GetAsString(wxC2S_HTML_SYNTAX) + "'>"
            + escaped_markup(cap_of(key)) + "</span>";
    return markup;
}

wxString spoken(wxString const& label, wxString const& key)
{
    return key.empty() ? label : label + " (" + cap_of(key) + ")";
}

} // namespace

DressedButton::DressedButton(wxWindow* parent, wxString const& label, char const* css_class, std::function<void()> run)
    // Any size: without one, wx would measure the bare label before the button is dressed and labelled.
    : wxButton{parent, wxID_ANY, label, wxDefaultPosition, wxSize{1, 1}}
{
    native::style(this, css_class);
    Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
}

wxSize DressedButton::DoGetBestSize() const
{
    return native::natural_size(this);
}

bool DressedButton::Show(bool show)
{
    bool const changed = wxButton::Show(show);
    // GTK gives what is hidden no size, so what was labelled meanwhile is measured now.
    if (changed && show) {
        InvalidateBestSize();
        SetInitialSize();
    }
    return changed;
}

void DressedButton::put_label(wxString const& markup)
{
    SetLabelMarkup(markup);
    if (!IsShown())
        return;
    InvalidateBestSize();
    SetInitialSize();
}

PrimaryButton::PrimaryButton(wxWindow* parent, wxString const& label, wxString const& key, std::function<void()> run)
    : DressedButton{parent, label, "pl-primary", std::move(run)}
{
    relabel(label, key);
    // The key's color is part of the markup, so a new theme needs it written anew; the name may be another's by now.
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        draw_label();
        event.Skip();
    });
}

void PrimaryButton::relabel(wxString const& label, wxString const& key)
{
    label_ = label;
    key_ = key;
    draw_label();
    a11y::name(this, spoken(label, key));
}

void PrimaryButton::draw_label()
{
    put_label(with_key(label_, key_, IsEnabled() ? palette().on_accent_muted : palette().muted));
}

bool PrimaryButton::Enable(bool enable)
{
    bool const changed = DressedButton::Enable(enable);
    if (changed)
        draw_label();
    return changed;
}

PlainButton::PlainButton(wxWindow* parent, wxString const& label, std::function<void()> run, wxString const& key)
    : DressedButton{parent, label, "pl-plain", std::move(run)}
{
    relabel(label, key);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        draw_label();
        event.Skip();
    });
}

void PlainButton::relabel(wxString const& label, wxString const& key)
{
    label_ = label;
    key_ = key;
    draw_label();
    a11y::name(this, spoken(label, key));
}

void PlainButton::draw_label()
{
    put_label(with_key(label_, key_, palette().muted));
}

SignButton::SignButton(wxWindow* parent, wxString const& sign, wxString const& name, std::function<void()> run)
    : DressedButton{parent, sign, "pl-sign", std::move(run)}
{
    put_label(escaped_markup(sign));
    a11y::name(this, name);
    SetToolTip(name);
}

LinkButton::LinkButton(wxWindow* parent, wxString const& label, std::function<void()> run)
    : DressedButton{parent, label, "pl-link", std::move(run)}
{
    relabel(label);
}

void LinkButton::relabel(wxString const& label)
{
    put_label("<u>" + escaped_markup(label) + "</u>");
    a11y::name(this, label);
}

} // namespace plumbline::app::kit
