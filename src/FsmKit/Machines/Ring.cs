namespace FsmKit;

/// <summary>A growing ring buffer; taking from it and adding to it allocates nothing once it has grown.</summary>
internal sealed class Ring<T>
{
    private T[] _items = new T[16];
    private int _head;

    public int Count { get; private set; }

    /// <summary>Makes room for so many more items: adding these asks for no memory.</summary>
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
        ref var slot = ref _items[_head];
        var item = slot;
        slot = default!;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    /// <summary>The item at a place, counted from the oldest.</summary>
    public ref T this[int place] => ref _items[(_head + place) & (_items.Length - 1)];

    /// <summary>Takes the item at a place, counted from the oldest; the items before it move.</summary>
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

    /// <summary>Puts the newest item to a place, before all that are there and behind it.</summary>
    public void MoveNewest(int place)
    {
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
