using CanaryConsole.Core.Registry;

namespace CanaryConsole.Api;

/// <summary>What registers a version; the group stands in the address.</summary>
/// <param name="ArtifactUri">As in "s3://bucket/folder/model.tar.gz"; this or <paramref name="Folder"/>.</param>
/// <param name="Folder">As in "s3://bucket/folder/": its files become a model.tar.gz, the same bytes for the same files.</param>
/// <param name="Image">The container image that serves it.</param>
/// <param name="Metadata">Lineage, as in candidate_run_id, data_version, git_commit and metrics_hash; at most 50.</param>
/// <param name="Tags">Written on the group; at most 50.</param>
internal sealed record NewVersion(
    string? ArtifactUri = null,
    string? Folder = null,
    string? Image = null,
    string? Description = null,
    IReadOnlyDictionary<string, string>? Metadata = null,
    IReadOnlyDictionary<string, string>? Tags = null);

internal static class Versions
{
    public static void MapVersions(this IEndpointRouteBuilder api) =>
        api.MapPost("/registry/{group}/versions", RegisterAsync)
            .AsWrite<NewVersion>()
            .WithTags("Registry")
            .WithSummary("Registers a version, pending approval; makes the group where there is none. A folder is packed first, which may take minutes.")
            .Produces<RegistrationResult.Registered>(StatusCodes.Status201Created);

    private static async Task<IResult> RegisterAsync(string group, Body<NewVersion> body, HttpContext context, IVersionDesk desk, CancellationToken cancellationToken)
    {
        var sent = body.Value;
        var request = new VersionRequest
        {
            Group = group,
            ArtifactUri = sent.ArtifactUri,
            Folder = sent.Folder,
            Image = sent.Image,
            Description = sent.Description,
            Metadata = sent.Metadata,
            Tags = sent.Tags,
        };
        return await desk.RegisterAsync(request, progress: null, cancellationToken) switch
        {
            RegistrationResult.Registered made => Results.Created($"/api/registry/{Uri.EscapeDataString(made.Group)}/versions/{made.Version}", made),
            var other => Refused((RegistrationResult.Refused)other, context),
        };
    }

    private static IResult Refused(RegistrationResult.Refused refused, HttpContext context) => Refusals.Of(refused.Kind, refused.Field, refused.Reason, context);
}
