using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>What a behaviour answers: a score that is the same for the same input on the same model; what is scored does not matter here.</summary>
internal static class BehaviourAnswer
{
    private const double SmallError = 0.02;
    private const double GreatErrors = 0.02;

    private static readonly byte[] Failure = """{"error": "the model failed"}"""u8.ToArray();
    private static readonly byte[] Busy = """{"error": "the queue of the instance is full"}"""u8.ToArray();

    public static ModelAnswer Of(RequestOutcome outcome, string model, InvocationRequest request) => outcome switch
    {
        { Status: 0 } => ModelAnswer.None("primary", ModelAnswer.TimedOut("primary"), outcome.ModelLatency),
        { Status: 503 } => Json(503, Busy, outcome),
        { IsModelError: true } => Json(outcome.Status, Failure, outcome),
        _ => Json(200, JsonSerializer.SerializeToUtf8Bytes(new { model, predictions = new[] { Score(request.Body.Span, model) } }), outcome) with
        {
            CustomAttributes = request.CustomAttributes,
        },
    };

    private static ModelAnswer Json(int status, byte[] body, RequestOutcome outcome) => new("primary", status, "application/json", body, outcome.ModelLatency);

    // The input says most of it, so that two models mostly agree; each has its own small error, and now and then a great one.
    private static double Score(ReadOnlySpan<byte> body, string model)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        var truth = Part(digest);

        // A name has at most 63 letters.
        Span<byte> keyed = stackalloc byte[SHA256.HashSizeInBytes + 63];
        digest.CopyTo(keyed);
        var length = Encoding.ASCII.GetBytes(model, keyed[SHA256.HashSizeInBytes..]);
        SHA256.HashData(keyed[..(SHA256.HashSizeInBytes + length)], digest);
        var error = (Part(digest) - 0.5) * (Part(digest[2..]) < GreatErrors ? 1 : SmallError);
        return Math.Round(Math.Clamp(truth + error, 0, 1), 4);
    }

    private static double Part(ReadOnlySpan<byte> digest) => BitConverter.ToUInt16(digest) / (double)ushort.MaxValue;
}
