using System.Text;
using System.Text.Json;

namespace FsmKit;

/// <summary>Helpers of the JSON forms.</summary>
internal static class JsonWriting
{
    /// <summary>Writes a string or null.</summary>
    public static void Text(this Utf8JsonWriter json, string key, string? text)
    {
        json.WritePropertyName(key);
        if (text is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.Text(text);
        }
    }

    /// <summary>Writes a string. An unpaired surrogate becomes U+FFFD.</summary>
    public static void Text(this Utf8JsonWriter json, string text) => json.WriteStringValue(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a time in milliseconds, rounded down, or null.</summary>
    public static void Milliseconds(this Utf8JsonWriter json, string key, TimeSpan? time)
    {
        if (time is { } span)
        {
            json.WriteNumber(key, span.Ticks / TimeSpan.TicksPerMillisecond);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    /// <summary>Writes an array.</summary>
    public static void Array<T>(this Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
