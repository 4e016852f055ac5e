namespace FsmKit.Testing.Fingerprints;

/// <summary>Maps the type of an object to a value. Not thread-safe.</summary>
/// <param name="find">Creates the value of a type that is not in the map yet.</param>
internal sealed class TypeMap<T>(Func<Type, T> find)
    where T : class
{
    private nint[] _keys = new nint[128];
    private T[] _values = new T[128];
    private int _count;

    public T Of(object value)
    {
        var key = value.GetType().TypeHandle.Value;
        var keys = _keys;
        for (var at = Place(key, keys.Length); ; at = (at + 1) & (keys.Length - 1))
        {
            if (keys[at] == key)
            {
                return _values[at];
            }

            if (keys[at] == 0)
            {
                return Add(key, find(value.GetType()));
            }
        }
    }

    private static int Place(nint key, int length) => (int)(((ulong)key * 0x9E3779B97F4A7C15) >> 40) & (length - 1);

    private T Add(nint key, T found)
    {
        if (++_count * 2 > _keys.Length)
        {
            var (keys, values) = (_keys, _values);
            (_keys, _values) = (new nint[keys.Length * 2], new T[keys.Length * 2]);
            for (var i = 0; i < keys.Length; i++)
            {
                if (keys[i] != 0)
                {
                    Put(keys[i], values[i]);
                }
            }
        }

        return Put(key, found);
    }

    private T Put(nint key, T value)
    {
        var at = Place(key, _keys.Length);
        while (_keys[at] != 0)
        {
            at = (at + 1) & (_keys.Length - 1);
        }

        _keys[at] = key;
        return _values[at] = value;
    }
}
