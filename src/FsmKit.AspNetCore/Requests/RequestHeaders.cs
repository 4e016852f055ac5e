using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FsmKit.AspNetCore;

/// <summary>
/// The headers of a request. Look-ups search the copied head; the first change, or the first enumeration, moves all headers into a dictionary.
/// </summary>
internal sealed class RequestHeaders(RequestCopy head) : IHeaderDictionary
{
    private readonly HeaderDictionary _all = [];
    private bool _isMoved;

    public int Count => All.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => All.Keys;

    public ICollection<StringValues> Values => All.Values;

    public long? ContentLength
    {
        get => _isMoved ? _all.ContentLength : head.ContentLength;
        set => All.ContentLength = value;
    }

    public StringValues this[string key]
    {
        get => TryGetValue(key, out var value) ? value : StringValues.Empty;
        set => All[key] = value;
    }

    StringValues IDictionary<string, StringValues>.this[string key]
    {
        get => All is IDictionary<string, StringValues> all ? all[key] : default;
        set => All[key] = value;
    }

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out StringValues value)
    {
        if (_isMoved)
        {
            return _all.TryGetValue(key, out value);
        }

        value = default;
        var isFound = false;
        for (var i = 0; i < head.FieldCount; i++)
        {
            if (Ascii.EqualsIgnoreCase(head.NameAt(i), key))
            {
                value = isFound ? StringValues.Concat(value, head.ValueAt(i)) : head.ValueAt(i);
                isFound = true;
            }
        }

        return isFound;
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public void Add(string key, StringValues value) => All.Add(key, value);

    public void Add(KeyValuePair<string, StringValues> item) => All.Add(item);

    public void Clear() => All.Clear();

    public bool Contains(KeyValuePair<string, StringValues> item) => All.Contains(item);

    public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex) => All.CopyTo(array, arrayIndex);

    public bool Remove(string key) => All.Remove(key);

    public bool Remove(KeyValuePair<string, StringValues> item) => All.Remove(item);

    public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Forgets changes, for the next request.</summary>
    public void Reset()
    {
        if (_isMoved)
        {
            _isMoved = false;
            _all.Clear();
        }
    }

    private HeaderDictionary All
    {
        get
        {
            if (!_isMoved)
            {
                for (var i = 0; i < head.FieldCount; i++)
                {
                    _all.Append(head.NameTextAt(i), head.ValueAt(i));
                }

                _isMoved = true;
            }

            return _all;
        }
    }
}
