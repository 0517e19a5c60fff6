using CanaryConsole.Core.Registry;

namespace CanaryConsole.Presentation.Registry;

/// <summary>A registry approval as a chip. It is a verdict, so it may be green, amber or red.</summary>
internal static class ApprovalPresentation
{
    public static Badge Badge(ModelApproval approval) => approval switch
    {
        ModelApproval.Approved => new(Name(approval), Tone.Good, Glyph.Check),
        ModelApproval.PendingManualApproval => new(Name(approval), Tone.Warn, Glyph.Hand, "Waits for a person's approval in the model registry"),
        ModelApproval.Rejected => new(Name(approval), Tone.Bad, Glyph.Cross),
    };

    public static string Name(ModelApproval approval) => approval switch
    {
        ModelApproval.Approved => "Approved",
        ModelApproval.PendingManualApproval => "Pending",
        ModelApproval.Rejected => "Rejected",
    };

    /// <summary>Its word in the address.</summary>
    public static string Slug(ModelApproval approval) => Name(approval).ToLowerInvariant();
}
