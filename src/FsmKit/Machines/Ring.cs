using System.Diagnostics;

namespace FsmKit;

/// <summary>Ring buffer that grows on demand. Adding and removing allocate nothing once the buffer is large enough.</summary>
internal sealed class Ring<T>
{
    private T[] _items = new T[16];
    private int _head;

    public int Count { get; private set; }

    /// <summary>Reserves room for this many more items, so that adding them allocates nothing.</summary>
    public void Reserve(int more)
    {
        while (_items.Length - Count < more)
        {
            Grow();
        }
    }

    public void Add(in T item)
    {
        Reserve(1);
        _items[(_head + Count++) & (_items.Length - 1)] = item;
    }

    public T Take()
    {
        Debug.Assert(Count > 0, "There is an item to take.");
        ref var slot = ref _items[_head];
        var item = slot;
        slot = default!;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    /// <summary>The item at an index; 0 is the oldest item.</summary>
    public ref T this[int place] => ref _items[(_head + place) & (_items.Length - 1)];

    /// <summary>Removes and returns the item at an index; 0 is the oldest item. The items before the index move.</summary>
    public T TakeAt(int place)
    {
        if (place > 0)
        {
            var item = this[place];
            for (; place > 0; place--)
            {
                this[place] = this[place - 1];
            }

            this[0] = item;
        }

        return Take();
    }

    /// <summary>Moves the newest item to an index, before the items that are at and after that index.</summary>
    public void MoveNewest(int place)
    {
        Debug.Assert((uint)place < (uint)Count, "The place is one of an item.");
        var item = this[Count - 1];
        for (var i = Count - 1; i > place; i--)
        {
            this[i] = this[i - 1];
        }

        this[place] = item;
    }

    private void Grow()
    {
        var larger = new T[_items.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = _items[(_head + i) & (_items.Length - 1)];
        }

        (_items, _head) = (larger, 0);
    }
}
