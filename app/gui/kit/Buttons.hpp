// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <wx/button.h>
#include <wx/string.h>

#include <functional>

namespace plumbline::app::kit {

/// A native button in our dress, as large as its words.
class DressedButton : public wxButton {
public:
    bool Show(bool show = true) override;

protected:
    DressedButton(wxWindow* parent, wxString const& label, char const* css_class, std::function<void()> run);
    [[nodiscard]] wxSize DoGetBestSize() const override;
    void put_label(wxString const& markup);
};

/// What finishes a screen: one per screen, at the right of what it finishes. Shows its key.
class PrimaryButton : public DressedButton {
public:
    PrimaryButton(wxWindow* parent, wxString const& label, wxString const& key, std::function<void()> run);
    void relabel(wxString const& label, wxString const& key);
    bool Enable(bool enable = true) override;

private:
    void draw_label();
    wxString label_, key_;
};

/// An ordinary button; the key, when there is one, stands in it in muted text.
class PlainButton : public DressedButton {
public:
    PlainButton(wxWindow* parent, wxString const& label, std::function<void()> run, wxString const& key = wxString{});
    void relabel(wxString const& label, wxString const& key = wxString{});

private:
    void draw_label();
    wxString label_, key_;
};

/// A button without border that shows one sign, such as ‹ › × or …; the name is what it is called.
class SignButton : public DressedButton {
public:
    SignButton(wxWindow* parent, wxString const& sign, wxString const& name, std::function<void()> run);
};

/// Text that acts, underlined: `Undo`, `Source`.
class LinkButton : public DressedButton {
public:
    LinkButton(wxWindow* parent, wxString const& label, std::function<void()> run);
    void relabel(wxString const& label);
};

} // namespace plumbline::app::kit
