using System.Buffers;

namespace FsmKit.Http.Tests;

/// <summary>A message to be written: any fields, any body, announced or not; the same for the same random numbers.</summary>
internal sealed class RandomMessage
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly Random _random;

    public RandomMessage(Random random, bool mayHaveBody)
    {
        _random = random;
        Fields = [.. RandomFields(8)];
        Body = new byte[mayHaveBody && random.Next(3) > 0 ? random.Next(random.Next(2) == 0 ? 20 : 3000) : 0];
        random.NextBytes(Body);
        Length = random.Next(2) == 0 || !mayHaveBody ? Body.Length : null;
        Trailers = Length is null && random.Next(2) == 0 ? [.. RandomFields(3)] : [];
    }

    public delegate void Writing(IBufferWriter<byte> output, ReadOnlySpan<byte> data);

    public List<(string Name, string Value)> Fields { get; }

    public List<(string Name, string Value)> Trailers { get; }

    public byte[] Body { get; }

    public long? Length { get; }

    public static IEnumerable<string> Lines(IEnumerable<(string Name, string Value)> fields) =>
        fields.Select(static field => $"{field.Name}: {field.Value}");

    public static void Add(ref HttpHeadWriter head, List<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            head.Add(name, value);
        }
    }

    /// <summary>Writes the body in random portions.</summary>
    public void WriteBody(IBufferWriter<byte> output, Writing write)
    {
        for (var at = 0; at < Body.Length;)
        {
            var length = Math.Min(Body.Length - at, _random.Next(400));
            write(output, Body.AsSpan(at, length));
            at += length;
        }
    }

    private IEnumerable<(string Name, string Value)> RandomFields(int most) => Enumerable.Range(0, _random.Next(most)).Select(_ =>
        ("X-" + new string(_random.GetItems<char>(TokenCharacters, _random.Next(1, 30))), RandomValue()));

    private string RandomValue() =>
        new string([.. Enumerable.Range(0, _random.Next(60)).Select(_ => (char)_random.Next(0x20, 0x100)).Where(static c => c != 0x7F)]).Trim(' ');
}
