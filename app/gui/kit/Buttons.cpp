// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Buttons.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Native.hpp"
#include "app/gui/kit/Theme.hpp"
#include "app/gui/kit/Words.hpp"

namespace plumbline::app::kit {
namespace {
    wxString with_key(wxString const& label, wxString const& key, wxColour const& color)
    {
        wxString markup = escaped_markup(label);
        if (!key.empty())
            markup += "  <span size='88%' foreground='" + color.GetAsString(wxC2S_HTML_SYNTAX) + "'>"
                + escaped_markup(key) + "</span>";
        return markup;
    }

    wxString spoken(wxString const& label, wxString const& key)
    {
        return key.empty() ? label : label + " (" + key + ")";
    }

    void dress(wxButton& button, char const* css_class, std::function<void()> run)
    {
        native::style(&button, css_class);
        button.Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
    }

    void label(wxButton& button, wxString const& words, wxString const& key, wxColour const& key_color)
    {
        button.SetLabelMarkup(with_key(words, key, key_color));
        a11y::name(&button, spoken(words, key));
        button.InvalidateBestSize();
    }
} // namespace

PrimaryButton::PrimaryButton(wxWindow* parent, wxString const& label, wxString const& key, std::function<void()> run)
    : wxButton{parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT}
{
    dress(*this, "pl-primary", std::move(run));
    relabel(label, key);
    // The key's color is part of the markup, so a new theme needs it written anew.
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        relabel(label_, key_);
        event.Skip();
    });
}

void PrimaryButton::relabel(wxString const& label, wxString const& key)
{
    label_ = label;
    key_ = key;
    kit::label(*this, label, key, palette().on_accent_muted);
}

PlainButton::PlainButton(wxWindow* parent, wxString const& label, std::function<void()> run, wxString const& key)
    : wxButton{parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT}
{
    dress(*this, "pl-plain", std::move(run));
    relabel(label, key);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        relabel(label_, key_);
        event.Skip();
    });
}

void PlainButton::relabel(wxString const& label, wxString const& key)
{
    label_ = label;
    key_ = key;
    kit::label(*this, label, key, palette().muted);
}

SignButton::SignButton(wxWindow* parent, wxString const& sign, wxString const& name, std::function<void()> run)
    : wxButton{parent, wxID_ANY, sign, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT}
{
    dress(*this, "pl-sign", std::move(run));
    a11y::name(this, name);
    SetToolTip(name);
}

LinkButton::LinkButton(wxWindow* parent, wxString const& label, std::function<void()> run)
    : wxButton{parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT}
{
    dress(*this, "pl-link", std::move(run));
    relabel(label);
}

void LinkButton::relabel(wxString const& label)
{
    SetLabelMarkup("<u>" + escaped_markup(label) + "</u>");
    a11y::name(this, label);
    InvalidateBestSize();
}

} // namespace plumbline::app::kit
