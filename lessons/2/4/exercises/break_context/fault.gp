# a headline is lost; the subscription still ends
step G1
step G1
inject skip send news
