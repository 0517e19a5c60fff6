using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Api;

/// <summary>What the artifact contract says of a version.</summary>
/// <param name="State">"passed", "failed", "unknown", "unchecked" where nobody has looked at these bytes, or "none" where the version has no artifact.</param>
/// <param name="Report">Null where nobody has looked.</param>
internal sealed record ArtifactResource(string Group, int Version, string? ArtifactUri, string State, ArtifactReport? Report)
{
    public static ArtifactResource Of(ModelPackage package, ArtifactReport? report) => new(
        package.Group,
        package.Version,
        package.ArtifactUri,
        (package.ArtifactUri, report) switch
        {
            (null, _) => "none",
            (_, null) => "unchecked",
            (_, { Passed: true }) => "passed",
            (_, { FirstFailure.Result: ArtifactResult.Unknown }) => "unknown",
            _ => "failed",
        },
        report);
}

internal static class Artifacts
{
    public static void MapArtifacts(this IEndpointRouteBuilder api)
    {
        var artifact = api.MapGroup("/registry/{group}/versions/{version:int}/artifact").WithTags("Registry");
        artifact.MapGet("", (string group, int version, IPackageCatalog models, IArtifactDesk desk, CancellationToken cancellationToken) =>
                AnswerAsync(group, version, models, desk.FindAsync, cancellationToken))
            .WithSummary("What the artifact contract says of a version, as far as somebody has looked; reads nothing but the artifact's digest.")
            .Produces<ArtifactResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        artifact.MapPost("", (string group, int version, Body<NoBody> body, IPackageCatalog models, IArtifactDesk desk, CancellationToken cancellationToken) =>
                AnswerAsync(group, version, models, async (subject, stop) => await desk.CheckAsync(subject, stop), cancellationToken))
            .AsWrite<NoBody>(bodyOptional: true)
            .WithMetadata(new OptionalBody())
            .WithSummary("Reads the version's artifact and checks it against the contract; bytes that were read before are not read again.")
            .Produces<ArtifactResource>();
    }

    private static async Task<IResult> AnswerAsync(
        string group, int version, IPackageCatalog models, Func<ArtifactSubject, CancellationToken, Task<ArtifactReport?>> look, CancellationToken cancellationToken)
    {
        if (await models.FindAsync(group, version, cancellationToken) is not { } package)
        {
            return Problems.NotFound("version", $"{version}", $"Group {group} has no version {version}.");
        }

        return Results.Ok(ArtifactResource.Of(package, package.ArtifactUri is { } uri ? await look(new ArtifactSubject(uri, package), cancellationToken) : null));
    }
}
