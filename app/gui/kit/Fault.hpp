// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

namespace plumbline::app::kit {

class Paragraph;

/// What is wrong, in red under the field it is about. Takes no room while there is nothing to say.
class Fault : public ClearPanel {
public:
    explicit Fault(wxWindow* parent);
    /// An empty sentence hides it.
    void say(wxString const& sentence);

private:
    /// At the first fault: most fields never have one, and their sign comes from a font that nothing else may need.
    void build();
    Paragraph* words_ = nullptr;
};

} // namespace plumbline::app::kit
