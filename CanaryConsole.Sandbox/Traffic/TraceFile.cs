using System.Globalization;
using CsvHelper;

namespace CanaryConsole.Sandbox.Traffic;

/// <summary>Reads a recorded trace from CSV with the columns TIMESTAMP, ContextTokens, GeneratedTokens.</summary>
internal static class TraceFile
{
    private const int MaximumRequests = 2_000_000;
    private static readonly string[] Columns = ["TIMESTAMP", "ContextTokens", "GeneratedTokens"];

    /// <exception cref="SandboxStartException">The file is missing or is no trace.</exception>
    public static Trace Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Read(path, reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or CsvFormatException)
        {
            throw new SandboxStartException(
                $"Sandbox:Traffic:Trace names '{path}', which cannot be read ({exception.Message.TrimEnd('.')}): give the path of a CSV file with the columns {string.Join(", ", Columns)}.",
                exception);
        }
    }

    private static Trace Read(string path, TextReader reader)
    {
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true }, leaveOpen: true);
        if (Columns.Any(column => !csv.Headers.Contains(column)))
        {
            throw new SandboxStartException($"Sandbox:Traffic:Trace names '{path}', whose first line lacks one of the columns {string.Join(", ", Columns)}: give a trace that has them.");
        }

        var requests = new List<TracedRequest>();
        DateTime? first = null;
        while (csv.Read())
        {
            if (!DateTime.TryParse(csv.GetString("TIMESTAMP"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
                || !int.TryParse(csv.GetString("GeneratedTokens"), NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
                || (requests.Count > 0 && at - first < requests[^1].Offset))
            {
                throw new SandboxStartException(
                    $"Sandbox:Traffic:Trace names '{path}', whose line {csv.LineNumber} is no request: each line needs a TIMESTAMP not before the last one and a whole number of GeneratedTokens.");
            }

            if (requests.Count == MaximumRequests)
            {
                throw new SandboxStartException($"Sandbox:Traffic:Trace names '{path}', which holds more than {MaximumRequests} requests: give a shorter trace.");
            }

            first ??= at;
            requests.Add(new TracedRequest(at - first.Value, tokens));
        }

        // The gap before the next round is the mean gap, so that the rate does not change where the rounds meet.
        return requests.Count >= 2 && requests[^1].Offset > TimeSpan.Zero
            ? new Trace(requests, requests[^1].Offset * requests.Count / (requests.Count - 1))
            : throw new SandboxStartException($"Sandbox:Traffic:Trace names '{path}', which holds fewer than two requests at different times: give a longer trace.");
    }
}
