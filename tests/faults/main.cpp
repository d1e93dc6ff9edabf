// SPDX-License-Identifier: Apache-2.0
#include "tests/support/Main.hpp"

int main(int argc, char** argv)
{
    return plumbline::testing::run_tests("faults", argc, argv);
}
