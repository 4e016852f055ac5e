using System.Globalization;
using System.Text;

namespace CacheSample;

/// <summary>Answers the commands that need no state of the connection.</summary>
public static class Commands
{
    /// <summary>Returns the name of a command, in capital letters.</summary>
    public static string Name(IReadOnlyList<byte[]> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Encoding.Latin1.GetString(words[0]).ToUpperInvariant();
    }

    /// <summary>Runs a command and writes its reply.</summary>
    public static void Run(IReadOnlyList<byte[]> words, Store store, Replies replies)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(replies);
        switch (Name(words), words.Count)
        {
            case ("PING", 1):
                replies.Simple("PONG");
                break;
            case ("PING" or "ECHO", 2):
                replies.Bulk(words[1]);
                break;
            case ("SET", 3):
                store.Set(words[1], words[2]);
                replies.Simple("OK");
                break;
            case ("SETEX", 4) when Number(words[2]) is > 0 and <= int.MaxValue and var seconds:
                store.Set(words[1], words[3], (int)seconds);
                replies.Simple("OK");
                break;
            case ("GET", 2):
                replies.Bulk(store.Get(words[1]));
                break;
            case ("DEL", >= 2):
                replies.Number(words.Skip(1).Count(store.Remove));
                break;
            case ("INCR", 2) when Number(store.Get(words[1]) ?? "0"u8.ToArray()) is < long.MaxValue and var number:
                store.Set(words[1], Encoding.Latin1.GetBytes((number + 1).ToString(CultureInfo.InvariantCulture)));
                replies.Number(number + 1);
                break;
            case ("DBSIZE", 1):
                replies.Number(store.Count);
                break;
            case ("PING" or "ECHO" or "SET" or "GET" or "DEL" or "DBSIZE", _):
                replies.Error($"ERR wrong number of arguments for '{Name(words)}'");
                break;
            case ("SETEX" or "INCR", _):
                replies.Error("ERR value is not an integer or out of range");
                break;
            default:
                replies.Error($"ERR unknown command '{Name(words)}'");
                break;
        }
    }

    private static long? Number(byte[] text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
