using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Counts the connections of each peer. A peer without connections has no entry.</summary>
internal sealed class AddressCounter
{
    private readonly Dictionary<AddressKey, int> _counts = [];

    public int Peers => _counts.Count;

    public int this[AddressKey key] => _counts.GetValueOrDefault(key);

    public void Add(AddressKey key) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;

    public void Remove(AddressKey key)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_counts, key);
        if (--count == 0)
        {
            _counts.Remove(key);
        }
    }
}
