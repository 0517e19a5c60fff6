namespace CanaryConsole.Tests.Core.Statistics.Reference;

/// <summary>One call of ours and the same call of reference.py's function of that name.</summary>
/// <param name="Ours">One number for each that the function returns.</param>
/// <param name="Relative">How far apart the two may be, by the greater of them.</param>
/// <param name="Absolute">How far apart they may be besides; for numbers that are differences of greater ones.</param>
internal sealed record ReferenceCase(string Function, object[] Arguments, double[] Ours, double Relative = 1e-9, double Absolute = 0)
{
    public bool Agrees(double ours, double theirs) =>
        ours.Equals(theirs) || Math.Abs(ours - theirs) <= Absolute + (Relative * Math.Max(Math.Abs(ours), Math.Abs(theirs)));
}
