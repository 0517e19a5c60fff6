using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>InvokeEndpoint: routed by weight or pinned, as slow as the variant is, counted in the same metrics as the simulated users.</summary>
internal sealed partial class InvokeEndpointOperation(Simulation simulation, TimeProvider time, int seed)
{
    private const int MaximumBody = 6_291_456;
    private const int MaximumCustomAttributes = 1024;

    private readonly Dice _dice = Dice.For(seed, "invocations");

    public async Task AnswerAsync(HttpContext context)
    {
        var match = PathPattern().Match(context.Request.Path.Value!);
        if (!match.Success || !HttpMethods.IsPost(context.Request.Method))
        {
            throw new AwsErrorException("UnknownOperationException", $"The operation {context.Request.Method} {context.Request.Path} is not known to the sandbox.", 404);
        }

        var (endpoint, variant, attributes) = Headers(match.Groups[1].Value, context.Request);
        var body = await ReadAsync(context);
        var invocation = simulation.Visit((world, _) => Invocation.Begin(world, endpoint, variant, _dice));
        await Task.Delay(invocation.Outcome.ModelLatency, time, context.RequestAborted);
        simulation.Visit((world, now) =>
        {
            invocation.End(world, now);
            return true;
        });

        context.Response.Headers["x-Amzn-Invoked-Production-Variant"] = invocation.Variant.Name;
        if (invocation.Outcome.IsModelError)
        {
            throw ModelError(invocation);
        }

        if (attributes is not null)
        {
            context.Response.Headers["X-Amzn-SageMaker-Custom-Attributes"] = attributes;
        }

        await Answer.BytesAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(new
        {
            model = invocation.Variant.Model.Name,
            predictions = new[] { Score(body, invocation.Variant.Model.Name) },
        }));
    }

    private static (string Endpoint, string? Variant, string? Attributes) Headers(string endpoint, HttpRequest request)
    {
        string? variant = request.Headers["X-Amzn-SageMaker-Target-Variant"];
        string? attributes = request.Headers["X-Amzn-SageMaker-Custom-Attributes"];
        if (variant is not null && !NamePattern().IsMatch(variant))
        {
            throw new AwsErrorException("ValidationError", $"1 validation error detected: Value '{variant}' at 'targetVariant' failed to satisfy constraint: Member must satisfy regular expression pattern: {NamePattern()}");
        }

        return attributes is not { Length: > MaximumCustomAttributes }
            ? (endpoint, variant, attributes)
            : throw new AwsErrorException("ValidationError", $"1 validation error detected: Value at 'customAttributes' failed to satisfy constraint: Member must have length less than or equal to {MaximumCustomAttributes}");
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaximumBody)
        {
            throw TooLarge();
        }

        try
        {
            return await Body.ReadAsync(context, MaximumBody);
        }
        catch (AwsErrorException)
        {
            throw TooLarge();
        }
    }

    private static AwsErrorException TooLarge() =>
        new("ValidationError", $"1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to {MaximumBody}", 413);

    private static AwsErrorException ModelError(Invocation invocation)
    {
        const string Original = "{\"error\": \"the model failed\"}";
        return new AwsErrorException(
            "ModelError",
            $"Received server error (500) from {invocation.Variant.Name} with message \"{Original}\". See the logs of the container in account {Arn.Account} for more information.",
            StatusCodes.Status424FailedDependency)
        {
            Members = new Dictionary<string, object>
            {
                ["OriginalStatusCode"] = 500,
                ["OriginalMessage"] = Original,
                ["LogStreamArn"] = $"arn:aws:logs:{Arn.Region}:{Arn.Account}:log-group:/aws/sagemaker/Endpoints/{invocation.Endpoint.Name}",
            },
        };
    }

    // The same input on the same model scores the same; what is scored does not matter here.
    private static double Score(byte[] body, string model)
    {
        var digest = SHA256.HashData([.. body, .. System.Text.Encoding.UTF8.GetBytes(model)]);
        return Math.Round(BitConverter.ToUInt16(digest) / (double)ushort.MaxValue, 4);
    }

    [GeneratedRegex("^/endpoints/([a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62})/invocations$")]
    private static partial Regex PathPattern();

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$")]
    private static partial Regex NamePattern();
}
