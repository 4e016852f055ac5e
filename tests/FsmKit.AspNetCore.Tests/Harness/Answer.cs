using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FsmKit.AspNetCore.Tests;

/// <summary>An answer as a test sees and compares it.</summary>
internal sealed class Answer
{
    /// <summary>
    /// Header fields that servers may write differently. Date and Server have values of their own. Framing is Content-Length in one server
    /// where another one has chunks; lengths are compared where both servers have one.
    /// </summary>
    private static readonly string[] NotCompared = ["Date", "Server", "Content-Length", "Transfer-Encoding"];

    private const int LongestText = 4096;

    public required HttpStatusCode Status { get; init; }

    public required byte[] Body { get; init; }

    public required long? Length { get; init; }

    /// <summary>Header fields as <c>Name: value</c>, in the order of their names.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    public required IReadOnlyList<string> Trailers { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public string? this[string header] =>
        Headers.Where(line => line.StartsWith(header + ": ", StringComparison.OrdinalIgnoreCase)).Select(line => line[(header.Length + 2)..]).FirstOrDefault();

    public static async Task<Answer> Of(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return new Answer
        {
            Status = response.StatusCode,
            Body = body,
            Length = response.Content.Headers.TryGetValues("Content-Length", out var length) ? long.Parse(length.First(), CultureInfo.InvariantCulture) : null,
            Headers = Lines(response.Headers.Concat(response.Content.Headers)),
            Trailers = Lines(response.TrailingHeaders),
        };
    }

    /// <summary>Compared parts of the answer, as text. Parts that match the pattern are left out.</summary>
    public string ToText(Regex? veiled)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(int)Status}\n");
        foreach (var line in Headers.Where(static line => !NotCompared.Contains(line[..line.IndexOf(':', StringComparison.Ordinal)], StringComparer.OrdinalIgnoreCase)))
        {
            text.Append(line).Append('\n');
        }

        text.Append(Body.Length <= LongestText ? Text : $"{Body.Length} bytes, SHA-256 {Convert.ToHexString(SHA256.HashData(Body))}").Append('\n');
        foreach (var line in Trailers)
        {
            text.Append("trailer ").Append(line).Append('\n');
        }

        return veiled?.Replace(text.ToString(), "…") ?? text.ToString();
    }

    private static List<string> Lines(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) =>
        [.. headers.SelectMany(static header => header.Value.Select(value => $"{header.Key}: {value}")).Order(StringComparer.OrdinalIgnoreCase)];
}
