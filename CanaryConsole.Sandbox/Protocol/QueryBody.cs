using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The form of a query request: read once, large enough for a thousand metrics, compressed or not.</summary>
internal static class QueryBody
{
    private const int MaximumBody = 1_048_576;
    private const int MaximumValues = 100_000;

    public static async ValueTask<IFormCollection> ReadAsync(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(QueryBody), out var read))
        {
            return (IFormCollection)read!;
        }

        using var reader = new FormReader(new MemoryStream(await Body.ReadAsync(context, MaximumBody)))
        {
            ValueCountLimit = MaximumValues,
            ValueLengthLimit = MaximumBody,
            KeyLengthLimit = 2048,
        };
        try
        {
            var form = new FormCollection(await reader.ReadFormAsync(context.RequestAborted));
            context.Items[typeof(QueryBody)] = form;
            return form;
        }
        catch (InvalidDataException exception)
        {
            throw new AwsErrorException("MalformedInput", exception.Message);
        }
    }
}
