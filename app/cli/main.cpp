// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"
#include "persistence/Door.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv)
{
    try {
        plumbline::app::SystemClock clock;
        plumbline::IdMaker ids{clock};
        auto const door = plumbline::persistence::make_door(clock, ids);
        plumbline::app::cli::Shell shell{std::cin, std::cout, std::cerr, *door, clock, ids};
        return plumbline::app::cli::run(argc, argv, shell);
    } catch (std::exception const&) {
        // The text of an unknown fault may hold a patient's data, so it is not shown.
        std::cerr << "plumbline-cli: something broke that should not have. Nothing half done was kept.\n";
        return static_cast<int>(plumbline::app::cli::Exit::Failure);
    }
}
