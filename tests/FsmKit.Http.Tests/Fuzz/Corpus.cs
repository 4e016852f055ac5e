using System.Globalization;
using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>Kept inputs: a file for each subject, a line for each input, with escapes as in C#.</summary>
internal static class Corpus
{
    public static List<byte[]> Load(string name) =>
        File.Exists(FileOf(name)) ? [.. File.ReadAllLines(FileOf(name), Encoding.ASCII).Select(Input)] : [];

    public static void Save(string name, IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(name))!);
        File.WriteAllText(FileOf(name), string.Concat(inputs.Select(static input => Line(input) + "\n").Order(StringComparer.Ordinal)), Encoding.ASCII);
    }

    public static string Line(byte[] input) => string.Concat(input.Select(static octet => octet switch
    {
        (byte)'\r' => "\\r",
        (byte)'\n' => "\\n",
        (byte)'\t' => "\\t",
        (byte)'\\' => "\\\\",
        >= 0x20 and < 0x7F => $"{(char)octet}",
        _ => $"\\x{octet:X2}",
    }));

    private static byte[] Input(string line)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
            {
                bytes.Add((byte)line[i]);
                continue;
            }

            i++;
            bytes.Add(line[i] switch
            {
                'r' => (byte)'\r',
                'n' => (byte)'\n',
                't' => (byte)'\t',
                'x' => byte.Parse(line.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                _ => (byte)line[i],
            });
            i += line[i] == 'x' ? 2 : 0;
        }

        return [.. bytes];
    }

    private static string FileOf(string name) => Path.Combine(RepositoryRoot.Path, "tests/FsmKit.Http.Tests/Corpus", name + ".txt");
}
