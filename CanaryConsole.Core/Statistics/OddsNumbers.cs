using System.Runtime.CompilerServices;

namespace CanaryConsole.Core.Statistics;

/// <summary>
/// A number for each alternative. Kept as a field also where it is scratch: clearing such a local leaves the processor's wide registers in a state in which every
/// exponential and logarithm after it takes thirty times as long.
/// </summary>
[InlineArray(OddsAlternatives.Count)]
internal struct OddsNumbers
{
    private double _first;
}
