namespace FsmKit;

/// <summary>Extension method that enumerates children by type.</summary>
public static class TypedChildren
{
    /// <summary>
    /// Enumerates the children of a type, in the order of their creation, for <c>foreach</c>. The enumeration allocates nothing. In a gclass, write
    /// <c>this.Children&lt;T&gt;()</c>.
    /// </summary>
    /// <typeparam name="T">
    /// A gclass, or an interface such as <see cref="IAccept{TEvent}"/>, which finds all children that accept an event.
    /// </typeparam>
    /// <param name="parent">The parent.</param>
    /// <remarks>
    /// Children may be created and destroyed during the enumeration. A child that is destroyed before the enumeration reaches it is left
    /// out; a child that is created after the beginning is not visited. While the loop runs, only its thread may call.
    /// <see cref="GObj.Children"/> returns a list of all children.
    /// </remarks>
    /// <exception cref="GObjException">
    /// The loop runs in another thread: call from a <see cref="GAplic.PostCallback(Action)"/>. Thrown by the <c>foreach</c>.
    /// </exception>
    public static ChildEnumerable<T> Children<T>(this GObj parent)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parent);
        return new ChildEnumerable<T>(parent);
    }
}
