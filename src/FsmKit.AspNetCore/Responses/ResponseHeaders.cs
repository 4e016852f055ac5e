using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FsmKit.AspNetCore;

/// <summary>
/// The headers of a response. Names and values are checked when they are set, as in Kestrel, so that the exception shows the code at fault.
/// </summary>
internal sealed class ResponseHeaders : IHeaderDictionary
{
    private const string Coding = "Transfer-Encoding";

    private readonly HeaderDictionary _all = [];
    private bool _mayFrame;
    private long? _fixedLength;

    public int Count => _all.Count;

    /// <summary>Whether the head is fixed. Content-Length is parsed when this becomes true, and not again at each check of the body.</summary>
    public bool IsReadOnly
    {
        get => _all.IsReadOnly;
        set
        {
            _all.IsReadOnly = value;
            _fixedLength = value && Count > 0 ? _all.ContentLength : null;
        }
    }

    /// <summary>Whether the application has set <c>Transfer-Encoding</c>, and so frames the body itself.</summary>
    public bool FramesBody => _mayFrame && _all[Coding].Count > 0;

    public ICollection<string> Keys => _all.Keys;

    public ICollection<StringValues> Values => _all.Values;

    public long? ContentLength { get => IsReadOnly ? _fixedLength : _all.ContentLength; set => _all.ContentLength = value; }

    public StringValues this[string key]
    {
        get => _all[key];
        set
        {
            Check(key, value);
            _all[key] = value;
        }
    }

    StringValues IDictionary<string, StringValues>.this[string key]
    {
        get => ((IDictionary<string, StringValues>)_all)[key];
        set => this[key] = value;
    }

    /// <summary>Adds a line. One without a value is not kept.</summary>
    public void Add(string key, StringValues value)
    {
        Check(key, value);
        if (value.Count > 0)
        {
            _all.Add(key, value);
        }
    }

    public void Add(KeyValuePair<string, StringValues> item) => Add(item.Key, item.Value);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out StringValues value) => _all.TryGetValue(key, out value);

    public bool ContainsKey(string key) => _all.ContainsKey(key);

    public bool Contains(KeyValuePair<string, StringValues> item) => _all.Contains(item);

    public bool Remove(string key) => _all.Remove(key);

    public bool Remove(KeyValuePair<string, StringValues> item) => _all.Remove(item);

    public void Clear()
    {
        _all.Clear();
        _mayFrame = false;
    }

    public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex) => _all.CopyTo(array, arrayIndex);

    public HeaderDictionary.Enumerator GetEnumerator() => _all.GetEnumerator();

    IEnumerator<KeyValuePair<string, StringValues>> IEnumerable<KeyValuePair<string, StringValues>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Check(string name, StringValues values)
    {
        if (!HeaderText.IsName(name))
        {
            throw new InvalidOperationException($"The name of a header is one or more of the characters of a token (RFC 9110 §5.6.2), and not '{name}'.");
        }

        foreach (var value in values)
        {
            if (!HeaderText.IsValue(value))
            {
                throw new InvalidOperationException($"The value of the header {name} has a character that is a control character or no ASCII.");
            }
        }

        _mayFrame |= name.Length == Coding.Length && name.Equals(Coding, StringComparison.OrdinalIgnoreCase);
    }
}
