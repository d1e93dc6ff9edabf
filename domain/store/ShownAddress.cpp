// SPDX-License-Identifier: Apache-2.0
#include "domain/store/ShownAddress.hpp"

#include <string_view>

namespace plumbline {

std::string shown(ClinicAddress const& address)
{
    std::string text = address.text;
    if (!address.is_server())
        return text;
    constexpr std::string_view scheme = "postgresql://";
    constexpr std::string_view parameter = "password=";
    for (auto at = text.find(parameter); at != std::string::npos; at = text.find(parameter, at + 1))
        text.erase(at + parameter.size(), text.find('&', at) - at - parameter.size());
    // A password typed with an @ or a / of its own makes a wrong address; it is hidden all the same.
    auto const host = text.rfind('@');
    auto const colon = text.find(':', scheme.size());
    if (host != std::string::npos && colon < host)
        text.erase(colon, host - colon);
    return text;
}

} // namespace plumbline
