namespace FsmKit;

/// <summary>Children by type.</summary>
public static class TypedChildren
{
    /// <summary>
    /// The children of a type, in the order of their creation, for <c>foreach</c>; it allocates nothing. In a gclass it is <c>this.Children&lt;T&gt;()</c>.
    /// </summary>
    /// <typeparam name="T">A gclass, or an interface such as <see cref="IAccept{TEvent}"/>: whoever takes an event can be found by it.</typeparam>
    /// <param name="parent">The gobj above.</param>
    /// <remarks>
    /// Children may be created and destroyed meanwhile. One that is destroyed before its turn is left out; one that is created after the enumeration has begun
    /// is not reached by it. While the loop runs, only its thread may ask. <see cref="GObj.Children"/> is a list of all.
    /// </remarks>
    /// <exception cref="GObjException">This is another thread: ask in a <see cref="GAplic.PostCallback(Action)"/>. Thrown by the <c>foreach</c>.</exception>
    public static ChildEnumerable<T> Children<T>(this GObj parent)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parent);
        return new ChildEnumerable<T>(parent);
    }
}
