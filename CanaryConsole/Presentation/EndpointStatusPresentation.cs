using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Presentation;

/// <summary>SageMaker's endpoint states, in its own words with a colour.</summary>
internal static class EndpointStatusPresentation
{
    public static Badge Badge(EndpointStatus status) => status switch
    {
        EndpointStatus.InService => new("InService", Tone.Good, Glyph.Check, "Serves, and takes changes"),
        EndpointStatus.Creating => new("Creating", Tone.Info, Glyph.Gear, "Not serving yet"),
        EndpointStatus.Updating => new("Updating", Tone.Info, Glyph.Gear, "Serves; takes no other change until this one is done"),
        EndpointStatus.SystemUpdating => new("SystemUpdating", Tone.Info, Glyph.Gear, "Under maintenance by AWS; takes no change until it is done"),
        EndpointStatus.RollingBack => new("RollingBack", Tone.Warn, Glyph.Undo, "SageMaker is undoing an update"),
        EndpointStatus.OutOfService => new("OutOfService", Tone.Bad, Glyph.Alert, "Does not serve and takes no change"),
        EndpointStatus.Deleting => new("Deleting", Tone.Warn, Glyph.Cross, "Is being deleted"),
        EndpointStatus.Failed => new("Failed", Tone.Bad, Glyph.Alert, "Could not be created or updated"),
        EndpointStatus.UpdateRollbackFailed => new("UpdateRollbackFailed", Tone.Bad, Glyph.Alert, "An update failed and could not be undone"),
        EndpointStatus.Unknown => new("Unknown", Tone.Warn, Glyph.Alert, "A state this console does not know; it holds"),
    };

    /// <summary>True for states nobody would leave alone.</summary>
    public static bool NeedsPerson(EndpointStatus status) => Badge(status).Tone is Tone.Bad or Tone.Warn;
}
